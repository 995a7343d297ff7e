package io.timeledger.schemas.resource;

/// Whose time the managers of a workspace reach. It limits the role of manager alone: owners and
/// admins reach everybody, members and viewers themselves.
public enum ManagerScope {
  /// Every member's.
  WORKSPACE,
  /// That of the members of the teams they lead, and their own. The time of others does not exist
  /// for them, in reads and in approvals.
  TEAM
}
