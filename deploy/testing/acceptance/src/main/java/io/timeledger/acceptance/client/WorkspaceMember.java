package io.timeledger.acceptance.client;

/// A member of a workspace, possibly with several concurrent clients.
record WorkspaceMember(String workspace, String id, String token) {}
