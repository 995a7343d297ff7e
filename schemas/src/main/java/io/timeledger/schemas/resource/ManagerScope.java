package io.timeledger.schemas.resource;

/// The reach of managers. Limits the role of manager alone: owners and admins reach all members,
/// members and viewers only themselves.
public enum ManagerScope {
  /// Every member.
  WORKSPACE,
  /// The members of the teams that they lead, and themselves. The time of others is invisible to
  /// them, in reads and in approvals.
  TEAM
}
