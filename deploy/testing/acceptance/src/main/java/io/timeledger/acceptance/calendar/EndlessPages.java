package io.timeledger.acceptance.calendar;

import io.timeledger.twin.script.ExpectedBlock;
import io.timeledger.twin.script.RandomChanges;
import io.timeledger.twin.script.TwinAccount;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// An account whose pages never end, beside one that is read as ever.
///
/// @param calls to the endless account, in this time
/// @param lost blocks of it that are gone meanwhile
/// @param healthy how long a change of the other account took
/// @param errors what the endless calendars say about themselves
/// @param recovery from the end of the trouble until the blocks were right
public record EndlessPages(
    long calls,
    Duration time,
    List<ExpectedBlock> lost,
    Duration healthy,
    List<String> errors,
    Duration recovery) {
  private static final int MEETINGS = 20;
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final String ERRORS =
      "select error from calendar_read.calendar where workspace_id = ? and error is not null";

  /// @param time for how long pages do not end
  public static EndlessPages run(CalendarStage stage, Duration time) throws InterruptedException {
    TrialMember endless = stage.member("u_endless", "google", "microsoft");
    TrialMember other = stage.member("u_other", "google");
    RandomChanges changes = new RandomChanges(stage.twin(), endless.accounts(), 3);
    RandomChanges others = new RandomChanges(stage.twin(), other.accounts(), 4);
    changes.fill(MEETINGS);
    others.fill(MEETINGS);
    endless.connect();
    other.connect();
    stage.awaitRest(List.of(endless, other), LIMIT);
    List<ExpectedBlock> before = stage.blocks(endless);
    for (TwinAccount account : endless.accounts()) {
      stage.twin().failAlways(account, "endless_pages");
      stage.twin().expireSyncTokens(account);
    }
    long since = stage.twin().calls();
    long start = System.nanoTime();
    others.next();
    Duration healthy = stage.awaitRest(List.of(other), LIMIT);
    TimeUnit.NANOSECONDS.sleep(time.toNanos() - (System.nanoTime() - start));
    long calls = stage.calls(endless, since);
    List<ExpectedBlock> lost =
        before.stream().filter(block -> !stage.blocks(endless).contains(block)).toList();
    stage.progress().accept("%d calls in %s".formatted(calls, time));
    List<String> errors = stage.rows().texts(ERRORS, stage.workspace());
    changes.next();
    stage.twin().clearFaults();
    Duration recovery = stage.awaitRest(List.of(endless), LIMIT);
    return new EndlessPages(calls, time, lost, healthy, errors, recovery);
  }
}
