package io.timeledger.calendar.provider.graph;

/// An item of a response cannot be read. The message is a stable code without content of the item.
final class GraphItemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  GraphItemException(String code) {
    super(code);
  }

  String code() {
    String code = getMessage();
    return code == null ? "item_invalid" : code;
  }
}
