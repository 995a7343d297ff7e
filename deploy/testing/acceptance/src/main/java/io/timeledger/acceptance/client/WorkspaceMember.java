package io.timeledger.acceptance.client;

/// A member of a workspace, who may have several clients at once.
record WorkspaceMember(String workspace, String id, String token) {}
