package io.timeledger.local.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One import over REST; reports rows while the file is still being sent.
record ImportCall(ImportTarget target, Path file, Map<String, String> parameters) {

  static ImportCall of(ImportTarget target, Path file, String format, ImportOptions options) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("format", format);
    putIfGiven(parameters, "timezone", options.timezone());
    putIfGiven(parameters, "date_order", options.dateOrder());
    putIfGiven(parameters, "mode", options.mode());
    putIfGiven(parameters, "preview", options.preview() ? "true" : null);
    Objects.requireNonNullElse(options.columns(), Map.<String, String>of())
        .forEach((name, header) -> parameters.put("column." + name, header));
    return new ImportCall(target, file, parameters);
  }

  private static void putIfGiven(
      Map<String, String> parameters, String name, @Nullable String value) {
    if (value != null) {
      parameters.put(name, value);
    }
  }

  void run(Consumer<ImportedRowResult> results) throws IOException {
    Map<String, String> headers =
        Map.of("Authorization", "Bearer " + target.token(), "Content-Type", "text/csv");
    try (DuplexPost post = DuplexPost.send(uri(), headers, file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(post.body(), StandardCharsets.UTF_8))) {
      if (post.status() / 100 != 2) {
        throw new RefusedException(post.status(), lines.readAllAsString());
      }
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          results.accept(ImportedRowResult.parse(line));
        }
      }
    }
  }

  private URI uri() {
    String query =
        parameters.entrySet().stream()
            .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
            .collect(Collectors.joining("&"));
    return target.url().resolve("/api/v1/imports?" + query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// The platform refused the whole file; the message is the platform's own.
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(int status, String body) {
      super(reason(status, body));
    }

    private static String reason(int status, String body) {
      try {
        JsonNode error = JsonMapper.shared().readTree(body).path("error");
        return "%s (%s)"
            .formatted(error.path("message").asString(body), error.path("code").asString());
      } catch (RuntimeException e) {
        return "status " + status;
      }
    }
  }
}
