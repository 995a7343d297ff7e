package io.timeledger.ingest.timer;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.TimerCommand.StopTimer;
import io.timeledger.schemas.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The body of a timer stop; all of it is optional.
record StopBody(@Nullable UserId userId, @Nullable Instant stoppedAt) {
  static final StopBody EMPTY = new StopBody(null, null);

  StopTimer toCommand() {
    FieldValidator form = new FieldValidator();
    Instant stopped = form.instant("stopped_at", stoppedAt);
    form.check();
    return new StopTimer(userId, stopped);
  }
}
