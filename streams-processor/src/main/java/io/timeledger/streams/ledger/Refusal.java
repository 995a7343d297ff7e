package io.timeledger.streams.ledger;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.resource.Denial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ends a decision with a refusal. [Decider] and imports catch it and turn it into a reply.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;
  private final transient @Nullable Denied denied;

  /// A denial and its event for the audit.
  public record Denied(EventType type, Denial denial) {}

  private Refusal(Problem problem, @Nullable Denied denied) {
    super(problem.message(), null, false, false);
    this.problem = problem;
    this.denied = denied;
  }

  public static Refusal of(ErrorCode code, String message) {
    return new Refusal(Problem.of(code, message), null);
  }

  public static Refusal of(ErrorCode code, String field, String message) {
    return new Refusal(Problem.of(code, field, message), null);
  }

  public static Refusal of(ErrorCode code, String message, List<Problem.Detail> details) {
    return new Refusal(new Problem(code, message, details), null);
  }

  public static Refusal of(List<Problem.Detail> details) {
    String fields = String.join(", ", details.stream().map(Problem.Detail::field).toList());
    return new Refusal(
        new Problem(ErrorCode.VALIDATION_FAILED, "Rules are broken by: " + fields, details), null);
  }

  /// A field that breaks a rule without an error code of its own.
  public static Refusal invalid(String field, String rule) {
    return of(List.of(new Problem.Detail(field, ErrorCode.VALIDATION_FAILED.wireName(), rule)));
  }

  public static Refusal notFound(String what) {
    return of(ErrorCode.NOT_FOUND, what + " does not exist");
  }

  static Refusal denied(Problem problem, Denied denied) {
    return new Refusal(problem, denied);
  }

  public Problem problem() {
    return problem;
  }

  public @Nullable Denied denial() {
    return denied;
  }
}
