package io.timeledger.ingest.web.error;

import static io.timeledger.schemas.reply.ErrorCode.OFFSET_REQUIRED;
import static io.timeledger.schemas.reply.ErrorCode.UNKNOWN_FIELD;
import static io.timeledger.schemas.reply.ErrorCode.VALIDATION_FAILED;

import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The code of an error about several fields: unreadable values take precedence over broken rules.
public final class AnswerCode {
  private AnswerCode() {}

  /// @param wrong the code for a value of the wrong type or form
  public static ErrorCode of(List<Problem.Detail> details, ErrorCode wrong) {
    Set<String> codes =
        details.stream().map(Problem.Detail::code).collect(Collectors.toUnmodifiableSet());
    if (codes.contains(UNKNOWN_FIELD.wireName())) {
      return UNKNOWN_FIELD;
    }
    if (codes.contains(wrong.wireName())) {
      return wrong;
    }
    return codes.equals(Set.of(OFFSET_REQUIRED.wireName())) ? OFFSET_REQUIRED : VALIDATION_FAILED;
  }
}
