package io.timeledger.ingest.export;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Values as CSV cells that can be read back. Text that a spreadsheet would take for a formula gets
/// an apostrophe prefix, and so does text that already looks prefixed. List elements are separated
/// by a comma and a space, and quoted as in CSV if they contain a comma, a quotation mark or a
/// space at either end. Absent and hidden values are empty.
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
