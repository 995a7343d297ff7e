package io.timeledger.streams.ledger;

import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.ReplyItem;
import java.util.List;

/// The result of deciding a command. It changes no state by itself.
public sealed interface Decision {

  /// In log order.
  List<PendingEvent> events();

  /// The same reply without events or private changes: a dry run.
  Decision withoutEffect();

  /// @param items the reply, one item per requested change
  record Accepted(List<PendingEvent> events, List<PrivateChange> privates, List<ReplyItem> items)
      implements Decision {
    public Accepted {
      events = List.copyOf(events);
      privates = List.copyOf(privates);
      items = List.copyOf(items);
    }

    @Override
    public Accepted withoutEffect() {
      return new Accepted(List.of(), List.of(), items);
    }
  }

  /// @param events empty, or the denial for the audit
  record Rejected(Problem problem, List<PendingEvent> events) implements Decision {
    public Rejected {
      events = List.copyOf(events);
    }

    @Override
    public Rejected withoutEffect() {
      return new Rejected(problem, List.of());
    }
  }
}
