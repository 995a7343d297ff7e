package io.timeledger.schemas.reply;

import java.util.List;

/// What became of an item of a batch, in place of the whole resource, which would make replies as
/// large as what they answer.
///
/// @param id of the resource
/// @param version of the resource after the item
/// @param pieces ids of the further entries, when an entry was split at midnight
public record Changed(String id, int version, List<String> pieces) {
  public Changed {
    pieces = List.copyOf(pieces);
  }
}
