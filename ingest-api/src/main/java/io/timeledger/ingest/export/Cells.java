package io.timeledger.ingest.export;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Values as cells, from which the values can be read again. Text that a spreadsheet would take for
/// a formula gets an apostrophe before it, and so does text that looks as if it had got one.
/// Elements of a list are parted by a comma and a blank, and quoted as fields of CSV are where they
/// have a comma, a quotation mark or a blank at an end. What is not there, or not to be seen, is
/// empty.
final class Cells {
  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r\n]");
  private static final Pattern AMBIGUOUS = Pattern.compile("[,\"]|^\\s|\\s$|^$");

  private Cells() {}

  static List<String> of(JsonNode row, List<String> columns, char decimalMark) {
    return columns.stream().map(column -> of(row.path(column), decimalMark)).toList();
  }

  private static String of(JsonNode value, char decimalMark) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (value.isNumber()) {
      return value.decimalValue().toPlainString().replace('.', decimalMark);
    }
    return text(
        value.isArray()
            ? value.valueStream().map(Cells::element).collect(Collectors.joining(", "))
            : value.asString());
  }

  private static String element(JsonNode element) {
    String text = element.asString();
    Matcher ambiguous = AMBIGUOUS.matcher(text);
    return ambiguous.find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static String text(String text) {
    return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
  }
}
