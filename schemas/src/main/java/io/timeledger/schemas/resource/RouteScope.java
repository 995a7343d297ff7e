package io.timeledger.schemas.resource;

/// What an approval route is for, the most specific first: of several routes that fit a timesheet
/// the first wins.
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
