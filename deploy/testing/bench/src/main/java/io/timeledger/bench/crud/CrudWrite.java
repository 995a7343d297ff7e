package io.timeledger.bench.crud;

import io.timeledger.schemas.resource.TimeEntry;

/// An entry to be written, once per key.
///
/// @param answer the entry as JSON
record CrudWrite(TimeEntry entry, String key, String bodyHash, String answer) {}
