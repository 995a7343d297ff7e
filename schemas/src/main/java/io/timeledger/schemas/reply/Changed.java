package io.timeledger.schemas.reply;

import java.util.List;

/// The result of a batch item without the whole resource, which would make replies as large as
/// their requests; or the entries moved on an invoice.
///
/// @param id of the resource
/// @param version of the resource after the item
/// @param pieces ids of further entries: pieces of an entry split at midnight, or entries planned
///     for an invoice, added to it or removed from it
public record Changed(String id, int version, List<String> pieces) {
  public Changed {
    pieces = List.copyOf(pieces);
  }
}
