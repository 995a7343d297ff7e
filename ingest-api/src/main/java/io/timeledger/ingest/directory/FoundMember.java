package io.timeledger.ingest.directory;

import tools.jackson.databind.node.ObjectNode;

/// A member with name and e-mail.
///
/// @param ofOneVersion whether name and e-mail certainly belong to the member's version
/// @param late whether they have not arrived yet
public record FoundMember(ObjectNode member, boolean ofOneVersion, boolean late) {}
