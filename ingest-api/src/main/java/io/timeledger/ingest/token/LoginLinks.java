package io.timeledger.ingest.token;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.ingest.access.Credential;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Links into the console that sign in once. The code is in the fragment, which browsers send to
/// nobody, so it is in no log and no `Referer`.
final class LoginLinks {
  private final @Nullable String publicUrl;

  LoginLinks(IngestProperties properties) {
    publicUrl = properties.publicUrl();
  }

  String of(HttpServletRequest request, Credential code) {
    String base =
        publicUrl == null
            ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
            : publicUrl.replaceFirst("/+$", "");
    return base + "/console/enter#" + code.reveal();
  }
}
