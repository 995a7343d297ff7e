package io.timeledger.twin.traffic;

import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.CallHandler;
import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.http.RefusedException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Counts and remembers what vendors are asked, without what identifies anybody: codes and tokens
/// of sign-in.
public final class CallLog implements CallHandler {
  private static final int REMEMBERED = 50_000;
  private static final Set<String> SECRETS = Set.of("token", "code", "access_token", "state");

  private final Deque<CallRecord> records = new ArrayDeque<>();
  private final ApiCaller.Lookup callers;
  private final MailboxLoad load;
  private final InstantSource clock;
  private final CallHandler next;
  private long count;

  public CallLog(
      ApiCaller.Lookup callers, MailboxLoad load, InstantSource clock, CallHandler next) {
    this.callers = callers;
    this.load = load;
    this.clock = clock;
    this.next = next;
  }

  @Override
  public HttpAnswer handle(Call call) {
    Optional<ApiCaller> caller = callers.of(call);
    return caller.isEmpty() ? next.handle(call) : counted(call, caller.get());
  }

  private HttpAnswer counted(Call call, ApiCaller caller) {
    load.enter(caller);
    try {
      HttpAnswer answer = answer(call);
      remember(call, caller, answer.status());
      return answer;
    } finally {
      load.leave(caller);
    }
  }

  private HttpAnswer answer(Call call) {
    try {
      return next.handle(call);
    } catch (RefusedException e) {
      return e.answer();
    }
  }

  private synchronized void remember(Call call, ApiCaller caller, int status) {
    LinkedHashMap<String, String> parameters = new LinkedHashMap<>();
    call.query().names().stream()
        .filter(name -> !SECRETS.contains(name))
        .forEach(name -> parameters.put(name, call.query().first(name).orElse("")));
    records.add(
        new CallRecord(
            ++count, clock.instant(), caller, call.method(), call.path(), parameters, status));
    if (records.size() > REMEMBERED) {
      records.remove();
    }
  }

  public synchronized long count() {
    return count;
  }

  /// The newest at the end.
  public synchronized List<CallRecord> since(long number) {
    return records.stream().filter(each -> each.number() > number).toList();
  }

  /// Numbers go on.
  public synchronized void reset() {
    records.clear();
    load.reset();
  }
}
