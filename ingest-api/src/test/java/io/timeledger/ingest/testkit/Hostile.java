package io.timeledger.ingest.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What nobody sends who means well.
public final class Hostile {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "x",
          "null",
          "1e400",
          "-1",
          "0",
          "99999999999999999999",
          "' OR 1=1; DROP TABLE read.time_entries; --",
          "\\",
          "%",
          "$1",
          "../../../../etc/passwd",
          "..\\..\\windows",
          "{}",
          "[]",
          "${jndi:ldap://127.0.0.1/a}",
          "<script>",
          "a\u0007b",
          "\u0000",
          "\uFFFE",
          "\u202Etxt",
          "\uD83D\uDE00",
          "2026-04-29T25:61:61Z",
          "+999999999-12-31T23:59:59.999999999Z",
          "-999999999-01-01",
          "9999-12-31",
          "9999-12-31T23:59:59Z",
          "0000-01-01",
          "1970-01-01T00:00:00+18:00");

  private static final List<String> NO_TEXTS =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "1e400",
          "-1e400",
          "1e-400",
          "1e999999999",
          "2147483648",
          "9223372036854775808",
          "99999999999999999999",
          "9".repeat(2_000),
          "[]",
          "{}",
          "[null]",
          "[[[]]]",
          "[\"x\", 1, null, {}]",
          "{\"a\": {\"b\": 1}}",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "NaN",
          "Infinity",
          "0x10");

  private Hostile() {}

  /// As JSON.
  public static Stream<String> values() {
    return Stream.concat(
        NO_TEXTS.stream(),
        Stream.concat(
            Stream.concat(TEXTS.stream(), Stream.of("é".repeat(250_000))).map(Hostile::quoted),
            Stream.of("[".repeat(1_000) + "]".repeat(1_000))));
  }

  /// As they stand in a query or a path.
  public static Stream<String> encoded() {
    return Stream.concat(
        TEXTS.stream().map(text -> URLEncoder.encode(text, UTF_8).replace("+", "%20")),
        Stream.of("%FF%FE", "%C0%AF", "%ED%A0%80", "%00", "..%2f..%2fx", "x".repeat(7_000)));
  }

  public static Stream<String> headers() {
    return Stream.concat(
        TEXTS.stream().filter(text -> text.chars().allMatch(c -> c >= 0x20 && c < 0x7F)),
        Stream.of(
            "\"99999999999999999999\"", "\"1\", \"2\"", "*", "W/\"1\"", "\t", "x".repeat(7_000)));
  }

  public static Map<String, byte[]> bodies(String example) {
    return Map.ofEntries(
        Map.entry("nothing", new byte[0]),
        Map.entry("blank", " \n".getBytes(UTF_8)),
        Map.entry("array", "[]".getBytes(UTF_8)),
        Map.entry("null", "null".getBytes(UTF_8)),
        Map.entry("number", "1e400".getBytes(UTF_8)),
        Map.entry("text", "\"x\"".getBytes(UTF_8)),
        Map.entry("half", example.substring(0, example.length() / 2).getBytes(UTF_8)),
        Map.entry("twice", (example + example).getBytes(UTF_8)),
        Map.entry("duplicate keys", "{\"name\": \"a\", \"name\": \"b\"}".getBytes(UTF_8)),
        Map.entry("unknown field", "{\"no_such_field\": 1}".getBytes(UTF_8)),
        Map.entry("proto", "{\"__proto__\": {\"a\": 1}, \"@class\": \"x\"}".getBytes(UTF_8)),
        Map.entry(
            "deep objects", ("{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000)).getBytes(UTF_8)),
        Map.entry("deep open", "[".repeat(100_000).getBytes(UTF_8)),
        Map.entry("many keys", manyKeys().getBytes(UTF_8)),
        Map.entry("2 MB", ("{\"name\": \"" + "x".repeat(2_000_000) + "\"}").getBytes(UTF_8)),
        Map.entry("10 MB", ("{\"name\": \"" + "x".repeat(10_000_000) + "\"}").getBytes(UTF_8)),
        Map.entry("latin", "{\"name\": \"é\"}".getBytes(ISO_8859_1)),
        Map.entry("utf-16", example.getBytes(UTF_16)),
        Map.entry("byte order mark", ("\uFEFF" + example).getBytes(UTF_8)),
        Map.entry("zeros", new byte[1_000]),
        Map.entry("control", "{\"name\": \"a\u0001b\"}".getBytes(UTF_8)));
  }

  public static List<String> contentTypes() {
    return List.of(
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/json; charset=utf-16",
        "application/json; charset=nonsense",
        "x",
        "/",
        "*/*",
        "application/*");
  }

  private static String manyKeys() {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 20_000; i++) {
      json.append("\"key").append(i).append("\": 1, ");
    }
    return json.append("\"name\": 1}").toString();
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c < 0x20 || c == '"' || c == '\\') {
                json.append("\\u%04x".formatted(c));
              } else {
                json.append((char) c);
              }
            });
    return json.append('"').toString();
  }
}
