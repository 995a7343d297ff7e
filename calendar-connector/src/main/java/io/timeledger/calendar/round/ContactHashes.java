package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.AttendeeAddresses;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.secret.ContactHasher;
import java.util.List;
import java.util.Optional;

/// Hashes attendees, for the API to compare with contacts.
///
/// @param hasher empty without a key: then attendees have no hashes
public record ContactHashes(Optional<ContactHasher> hasher) {
  public static final ContactHashes NONE = new ContactHashes(Optional.empty());

  /// Sorted.
  List<String> of(WorkspaceId workspace, AttendeeAddresses attendees) {
    return hasher
        .map(
            hashing ->
                attendees.texts().stream()
                    .map(address -> hashing.hash(workspace, address))
                    .sorted()
                    .toList())
        .orElse(List.of());
  }

  /// The query version of cursors. It depends on the key too: with another one, all events are read
  /// again.
  ///
  /// @param ofProvider version of its query and parser
  int queryVersion(int ofProvider) {
    return hasher.map(hashing -> ofProvider + hashing.fingerprint()).orElse(ofProvider);
  }
}
