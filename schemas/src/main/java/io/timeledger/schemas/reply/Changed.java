package io.timeledger.schemas.reply;

import java.util.List;

/// What became of an item of a batch, in place of the whole resource, which would make replies as
/// large as what they answer; or which entries were moved on an invoice.
///
/// @param id of the resource
/// @param version of the resource after the item
/// @param pieces ids of further entries: those that an entry was split into at midnight, and those
///     that were planned for an invoice, put on it or taken off it
public record Changed(String id, int version, List<String> pieces) {
  public Changed {
    pieces = List.copyOf(pieces);
  }
}
