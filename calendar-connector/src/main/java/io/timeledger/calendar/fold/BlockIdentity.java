package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.SourceEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the ids of blocks. All copies of a meeting of one member have the same, whichever provider
/// and connection they come from; outside its workspace an id tells nothing.
public final class BlockIdentity {
  private static final String SINGLE = "-";
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int CHARACTERS = 26;

  private BlockIdentity() {}

  /// @param originalStart of the instance, as [SourceEvent] has it; null for a single event, which
  ///     may be moved and stays itself
  public static String of(
      String workspace, String user, String uid, @Nullable String originalStart) {
    return id(
        List.of(
            workspace, user, CleanUid.of(uid), originalStart == null ? SINGLE : originalStart));
  }

  /// The id of an event's block. An event without UID is alone.
  ///
  /// @param calendarId ours
  public static String of(String workspace, String user, String calendarId, SourceEvent event) {
    return event.uid() == null
        ? id(List.of(workspace, user, calendarId, event.eventRef(), SINGLE))
        : of(workspace, user, event.uid(), event.originalStart());
  }

  private static String id(List<String> parts) {
    byte[] hash = TextHash.sha256(parts);
    StringBuilder id = new StringBuilder("blk_");
    for (int i = 0; i < CHARACTERS; i++) {
      id.append(ALPHABET.charAt(fiveBits(hash, i * 5)));
    }
    return id.toString();
  }

  private static int fiveBits(byte[] bytes, int at) {
    int two = (bytes[at / 8] & 0xff) << 8 | (bytes[at / 8 + 1] & 0xff);
    return two >> (11 - at % 8) & 31;
  }
}
