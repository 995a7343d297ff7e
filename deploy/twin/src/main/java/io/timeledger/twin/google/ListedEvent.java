package io.timeledger.twin.google;

import io.timeledger.twin.state.Meeting;
import io.timeledger.twin.state.Occurrence;
import java.util.Optional;

/// An item of a list.
sealed interface ListedEvent {
  String id();

  /// Whether a reader who has the other one needs this one.
  boolean differsFrom(ListedEvent other);

  /// A single event or an instance.
  record Instance(Occurrence occurrence) implements ListedEvent {
    @Override
    public String id() {
      return InstanceId.of(occurrence);
    }

    @Override
    public boolean differsFrom(ListedEvent other) {
      return !(other instanceof Instance same) || !occurrence.looksLike(same.occurrence);
    }
  }

  /// A series, where instances are not asked for.
  record Master(Meeting meeting) implements ListedEvent {
    @Override
    public String id() {
      return meeting.id();
    }

    @Override
    public boolean differsFrom(ListedEvent other) {
      return !(other instanceof Master(Meeting before))
          || !meeting.details().equals(before.details())
          || !meeting.rule().equals(before.rule());
    }
  }

  /// A deleted event, or a cancelled instance; nothing else about it is sure.
  record Gone(String id, Optional<Occurrence> instance) implements ListedEvent {
    @Override
    public boolean differsFrom(ListedEvent other) {
      return !(other instanceof Gone);
    }
  }
}
