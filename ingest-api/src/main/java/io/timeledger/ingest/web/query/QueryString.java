package io.timeledger.ingest.web.query;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.json.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parameters of a query, each at most once and none of them empty. Reads the query alone: form
/// bodies add nothing.
public final class QueryString {
  private QueryString() {}

  public static Map<String, String> of(HttpServletRequest request) {
    return parse(request.getQueryString());
  }

  static Map<String, String> parse(@Nullable String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (query == null || query.isEmpty()) {
      return parameters;
    }
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(name, pair.substring(equals + 1));
      if (!Text.isClean(name)) {
        throw ApiException.of(
            INVALID_PARAMETER, "The name of a parameter has control characters or is not UTF-8.");
      }
      if (parameters.putIfAbsent(name, value) != null) {
        throw ApiException.of(INVALID_PARAMETER, name, "The parameter is given more than once.");
      }
      if (!Text.isClean(value)) {
        throw ApiException.of(
            INVALID_PARAMETER, name, "Expected text in UTF-8 without control characters.");
      }
    }
    return parameters;
  }

  private static String decode(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ApiException.of(
          INVALID_PARAMETER, "The name of a parameter is not percent-encoded rightly.");
    }
  }

  private static String decode(String name, String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ApiException.of(INVALID_PARAMETER, name, "Expected a percent-encoded value.");
    }
  }
}
