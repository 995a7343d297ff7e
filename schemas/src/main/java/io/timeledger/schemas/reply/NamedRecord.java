package io.timeledger.schemas.reply;

import io.timeledger.schemas.resource.ResourceType;

/// A directory record that an import row names.
///
/// @param created whether the row created it; otherwise it existed
public record NamedRecord(ResourceType type, String id, boolean created) {}
