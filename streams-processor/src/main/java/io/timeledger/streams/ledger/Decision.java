package io.timeledger.streams.ledger;

import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.ReplyItem;
import java.util.List;

/// What is to become of a command. Nothing has happened yet.
public sealed interface Decision {

  /// In the order in which they will stand on the log.
  List<Fact> facts();

  /// The same answer, and nothing that happens.
  Decision withoutEffect();

  /// @param items what to answer, one per thing that was asked for
  record Accepted(List<Fact> facts, List<PrivateChange> privates, List<ReplyItem> items)
      implements Decision {
    public Accepted {
      facts = List.copyOf(facts);
      privates = List.copyOf(privates);
      items = List.copyOf(items);
    }

    @Override
    public Accepted withoutEffect() {
      return new Accepted(List.of(), List.of(), items);
    }
  }

  /// @param facts nothing, or the denial that the audit keeps
  record Rejected(Problem problem, List<Fact> facts) implements Decision {
    public Rejected {
      facts = List.copyOf(facts);
    }

    @Override
    public Rejected withoutEffect() {
      return new Rejected(problem, List.of());
    }
  }
}
