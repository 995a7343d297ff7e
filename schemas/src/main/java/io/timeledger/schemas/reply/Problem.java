package io.timeledger.schemas.reply;

import java.util.List;

/// Why something was refused.
///
/// @param message a sentence for people
/// @param details one per invalid field; may be empty
public record Problem(ErrorCode code, String message, List<Detail> details) {
  public Problem {
    details = List.copyOf(details);
  }

  /// @param field path of the field, as in `entries[3].started_at`
  /// @param code stable name of the rule
  public record Detail(String field, String code, String message) {}

  public static Problem of(ErrorCode code, String message) {
    return new Problem(code, message, List.of());
  }

  /// For a rule about one field.
  public static Problem of(ErrorCode code, String field, String message) {
    return new Problem(code, message, List.of(new Detail(field, code.wireName(), message)));
  }

  /// The details with their fields below a path, or one detail for the path itself.
  public List<Detail> within(String path) {
    return details.isEmpty()
        ? List.of(new Detail(path, code.wireName(), message))
        : details.stream()
            .map(detail -> new Detail(path + "." + detail.field(), detail.code(), detail.message()))
            .toList();
  }
}
