package io.timeledger.ingest.testkit;

import java.util.List;

/// A workspace with a member `u_m`, whose calendar a stand-in for the connector has read.
public final class CalendarScene {
  private static final String MEMBER = "u_m";

  /// The blocks of one week.
  public static final String WEEK = "/api/v1/time/calendar/blocks?from=2026-04-27&to=2026-05-03";

  private final StandInConnector connector = RunningPlatform.shared().connector();
  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();
  private final ApiClient member = workspace.member(MEMBER, "member");

  public TestWorkspace workspace() {
    return workspace;
  }

  public ApiClient member() {
    return member;
  }

  public StandInConnector connector() {
    return connector;
  }

  public void meeting(String id, String title, String start, String end) {
    connector.meeting(workspace.id(), MEMBER, id, title, start, end);
  }

  public void wholeDays(String id, String title, String first, String last) {
    connector.wholeDays(workspace.id(), MEMBER, id, title, first, last);
  }

  /// The ids of the resources at a path, as the member sees them.
  public List<String> ids(String path) {
    return member
        .get(path)
        .requireStatus(200)
        .data()
        .valueStream()
        .map(resource -> resource.required("id").asString())
        .toList();
  }
}
