package io.timeledger.twin.fault;

import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.CallHandler;
import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.state.Vendor;
import io.timeledger.twin.traffic.ApiCaller;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// Answers with a fault where one is planned.
public final class FaultyHandler implements CallHandler {
  private static final long LONGEST_HANG_MINUTES = 10;

  private final FaultPlan plan;
  private final ApiCaller.Lookup callers;
  private final Map<Vendor, FaultAnswers> answers;
  private final CallHandler next;

  public FaultyHandler(
      FaultPlan plan,
      ApiCaller.Lookup callers,
      Map<Vendor, FaultAnswers> answers,
      CallHandler next) {
    this.plan = plan;
    this.callers = callers;
    this.answers = Map.copyOf(answers);
    this.next = next;
  }

  @Override
  public HttpAnswer handle(Call call) {
    return callers
        .of(call)
        .flatMap(
            caller ->
                plan.answer(caller.vendor(), caller.account(), call.path())
                    .map(fault -> answer(caller, fault)))
        .orElseGet(() -> next.handle(call));
  }

  private HttpAnswer answer(ApiCaller caller, PlannedFault fault) {
    return switch (fault.kind()) {
      case RESET -> HttpAnswer.broken();
      case HANG -> hang();
      case UNAUTHORIZED,
          RATE_LIMITED,
          FORBIDDEN,
          TOO_MANY_REQUESTS,
          SERVER_ERROR,
          UNAVAILABLE,
          EMPTY_PAGE,
          PAGE_SIZE,
          ENDLESS_PAGES,
          HUGE_TITLES,
          DUPLICATE_ITEMS,
          DROP_PUSH,
          REPEAT_PUSH ->
          Objects.requireNonNull(answers.get(caller.vendor())).answer(fault);
    };
  }

  private HttpAnswer hang() {
    try {
      boolean unused = plan.cleared().await(LONGEST_HANG_MINUTES, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return HttpAnswer.broken();
  }
}
