package io.timeledger.ingest.imports;

import io.timeledger.schemas.id.UserId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The owner of a row.
///
/// @param name for a member that has to be created
/// @param email for a member that has to be created; null where the file has none
/// @param zone null for unknown members
record ImportedPerson(
    UserId id, @Nullable String name, @Nullable String email, @Nullable ZoneId zone) {}
