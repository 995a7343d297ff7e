package io.timeledger.ingest.changes;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.read.ReadModelProgress;
import io.timeledger.ingest.read.ReadYourWrites;
import io.timeledger.ingest.web.error.ApiException;

/// The newest event that reads see. No client can have seen a later one, so a position beyond it is
/// a mistake, such as another workspace's, and waiting for it would be pointless.
final class FeedHead {
  private final ReadYourWrites readYourWrites;
  private final ReadModelProgress progress;

  FeedHead(ReadYourWrites readYourWrites, ReadModelProgress progress) {
    this.readYourWrites = readYourWrites;
    this.progress = progress;
  }

  /// Its sequence; 0 without any.
  long newest(Caller caller) {
    return progress.sequence(caller.workspaceId());
  }

  /// Waits briefly, because a write can be answered before reads see it.
  ///
  /// @param name of the parameter or header
  /// @throws ApiException when there is no such event yet
  void requireReached(Caller caller, String name, long sequence) {
    if (!readYourWrites.await(caller.workspaceId(), caller.userId(), sequence)) {
      long newest = progress.sequence(caller.workspaceId());
      if (newest < sequence) {
        throw ApiException.of(
            INVALID_PARAMETER,
            name,
            "Expected at most %d, the newest event of the workspace.".formatted(newest));
      }
    }
  }
}
