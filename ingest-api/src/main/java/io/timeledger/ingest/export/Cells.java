package io.timeledger.ingest.export;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Values as cells. Text that a spreadsheet would take for a formula gets an apostrophe before it;
/// what is not there, or not to be seen, is empty.
final class Cells {
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private Cells() {}

  static List<String> of(JsonNode row, List<String> columns) {
    return columns.stream().map(column -> of(row.path(column))).toList();
  }

  private static String of(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (value.isNumber()) {
      return value.decimalValue().toPlainString();
    }
    return text(
        value.isArray()
            ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
            : value.asString());
  }

  private static String text(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
