package io.timeledger.ingest.console;

import java.time.Duration;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/// Scripts, styles and fonts. Their names contain a hash of their content, so browsers keep them
/// for a year; a `.br` or `.gz` beside a file is sent to those who take it.
final class ConsoleAssets {
  private static final Duration KEPT = Duration.ofDays(365);

  static ResourceHttpRequestHandler handler() {
    ResourceHttpRequestHandler handler = new ResourceHttpRequestHandler();
    handler.setLocations(List.of(new ClassPathResource("console/assets/")));
    handler.setResourceResolvers(
        List.of(new EncodedResourceResolver(), new PathResourceResolver()));
    handler.setCacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable());
    // A jar gives every entry the time of its build, which a hash already tells better.
    handler.setUseLastModified(false);
    return handler;
  }

  private ConsoleAssets() {}
}
