package io.timeledger.ingest.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.support.WebContentGenerator;

/// The one page of the console at all its addresses, or a page that says that this build has none.
/// Each answer has a nonce of its own, with which the page's scripts may add styles.
final class ConsolePage extends WebContentGenerator implements HttpRequestHandler {
  private static final String NONCE_PLACEHOLDER = "{{nonce}}";
  private final Optional<String> page;

  /// @param page with `{{nonce}}` wherever the nonce belongs
  ConsolePage(Optional<String> page) {
    super(METHOD_GET, METHOD_HEAD);
    this.page = page;
  }

  static ConsolePage ofThisBuild() {
    ClassPathResource index = new ClassPathResource("console/index.html");
    try {
      return new ConsolePage(
          index.exists() ? Optional.of(index.getContentAsString(UTF_8)) : Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    checkRequest(request);
    StyleNonce nonce = StyleNonce.random();
    PageHeaders.write(response, nonce);
    byte[] body =
        page.map(text -> text.replace(NONCE_PLACEHOLDER, nonce.value()))
            .orElse(AbsentPage.TEXT)
            .getBytes(UTF_8);
    response.setStatus(
        page.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND);
    response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.setContentLength(body.length);
    if (!METHOD_HEAD.equals(request.getMethod())) {
      response.getOutputStream().write(body);
    }
  }
}
