package io.timeledger.ingest.directory;

import tools.jackson.databind.node.ObjectNode;

/// A member with name and e-mail.
///
/// @param ofOneVersion whether name and e-mail are known to be those of the member's version
/// @param late whether they are still on their way
public record FoundMember(ObjectNode member, boolean ofOneVersion, boolean late) {}
