package io.timeledger.calendar.round;

import io.timeledger.calendar.fold.HiddenReason;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.schemas.id.BlockId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A source as it is stored.
///
/// @param event without its title if that must not be stored
/// @param contactHashes of its attendees, sorted
/// @param day on which it begins in the member's zone
/// @param hidden why it adds nothing to a block; null if it does
public record PreparedSource(
    SourceEvent event,
    List<String> contactHashes,
    BlockId blockId,
    LocalDate day,
    @Nullable HiddenReason hidden) {
  public PreparedSource {
    contactHashes = List.copyOf(contactHashes);
  }
}
