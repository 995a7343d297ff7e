package io.timeledger.schemas.reply;

import io.timeledger.schemas.resource.ResourceType;

/// A record of the directory that a row of an import names.
///
/// @param created whether the row made it; else it was found
public record NamedRecord(ResourceType type, String id, boolean created) {}
