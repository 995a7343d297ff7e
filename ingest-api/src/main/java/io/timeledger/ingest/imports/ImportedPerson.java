package io.timeledger.ingest.imports;

import io.timeledger.schemas.id.UserId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Whose time a row is.
///
/// @param name for a member that has to be made
/// @param email for a member that has to be made; null where the file has none
/// @param zone null for members who are not known
record ImportedPerson(
    UserId id, @Nullable String name, @Nullable String email, @Nullable ZoneId zone) {}
