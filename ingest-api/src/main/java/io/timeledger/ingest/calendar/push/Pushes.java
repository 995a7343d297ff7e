package io.timeledger.ingest.calendar.push;

import io.timeledger.ingest.limits.PushLimit;
import io.timeledger.ingest.secret.Sealer;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.calendar.CalendarCommand.CalendarDue;
import io.timeledger.schemas.calendar.CalendarEnvelope;
import io.timeledger.schemas.calendar.ChannelSecrets;
import io.timeledger.schemas.calendar.PushRoute;
import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.id.UserId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Takes pushes. Reads no database: any instance can check a secret by itself.
final class Pushes {
  /// Nobody's: a provider calls.
  private static final Actor PROVIDER =
      new Actor(new UserId("provider"), Set.of(), null, CommandOrigin.SYSTEM);

  private final Optional<ChannelSecrets> secrets;
  private final PushLimit limit;
  private final PushLog log;
  private final PushMetrics metrics;

  Pushes(Sealer sealer, PushLimit limit, PushLog log, PushMetrics metrics) {
    this.secrets = sealer.channelSecrets();
    this.limit = limit;
    this.log = log;
    this.metrics = metrics;
  }

  /// The channel that the secret belongs to; empty for a wrong secret.
  Optional<String> channel(PushRoute route, String secret) {
    return secrets.flatMap(known -> known.channel(route, secret));
  }

  /// Makes the calendar due. The secret was right.
  ///
  /// @throws ApiException `rate_limit_exceeded` or `log_unavailable`; the provider may try again
  void accept(PushRoute route, boolean renewChannel, HttpServletResponse response) {
    counted(PushOutcome.LIMITED, () -> limit.take(route.calendarId(), response));
    CalendarEnvelope command =
        new CalendarEnvelope(
            "cmd_" + UUID.randomUUID(),
            route.workspaceId(),
            PROVIDER,
            "push",
            new CalendarDue(route.calendarId(), renewChannel));
    counted(PushOutcome.UNAVAILABLE, () -> log.publish(command));
    metrics.count(PushOutcome.ACCEPTED);
  }

  void count(PushOutcome outcome) {
    metrics.count(outcome);
  }

  /// The same response as of a path that does not exist.
  ApiException wrongSecret() {
    metrics.count(PushOutcome.WRONG_SECRET);
    return ApiException.notFound();
  }

  private void counted(PushOutcome refusal, Runnable step) {
    try {
      step.run();
    } catch (ApiException e) {
      metrics.count(refusal);
      throw e;
    }
  }
}
