package io.timeledger.schemas.resource;

/// The scope of an approval route, the most specific first: the first matching route wins.
public enum RouteScope {
  /// Timesheets of one member.
  USER,
  /// Timesheets of the members of one team.
  TEAM,
  /// Timesheets with time on one project.
  PROJECT,
  /// Every timesheet.
  WORKSPACE
}
