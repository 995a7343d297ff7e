package io.timeledger.schemas.json;

import io.timeledger.schemas.reply.ErrorCode;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/// A value that violates the rule of its field, with a message for the caller.
public final class BrokenRuleException extends MismatchedInputException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final ErrorCode answer;

  /// @param code of the detail
  /// @param answer the code of the reply, if nothing else is wrong
  BrokenRuleException(JsonParser json, Class<?> type, String code, ErrorCode answer, String rule) {
    super(json, rule, type);
    this.code = code;
    this.answer = answer;
  }

  static BrokenRuleException wrongType(JsonParser json, Class<?> type, String rule) {
    return new BrokenRuleException(
        json, type, ErrorCode.WRONG_TYPE.wireName(), ErrorCode.WRONG_TYPE, rule);
  }

  public String code() {
    return code;
  }

  public ErrorCode answer() {
    return answer;
  }

  public String rule() {
    return getOriginalMessage();
  }
}
