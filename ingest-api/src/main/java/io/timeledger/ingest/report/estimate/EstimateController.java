package io.timeledger.ingest.report.estimate;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.directory.DirectoryRecords;
import io.timeledger.ingest.directory.ProjectFilter;
import io.timeledger.ingest.directory.TaskFilter;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.report.Days;
import io.timeledger.ingest.report.Rollups;
import io.timeledger.ingest.report.Totals;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Dimension;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Estimate versus actual: projects by their time budget, tasks by their estimate; a project also
/// shows the sum of its tasks' estimates. Includes those without a plan. Requires `time:read:all`,
/// because the time is all members'.
@RestController
final class EstimateController {
  private final DirectoryRecords directory;
  private final TaskEstimates tasks;
  private final Rollups rollups;

  EstimateController(DirectoryRecords directory, TaskEstimates tasks, Rollups rollups) {
    this.directory = directory;
    this.tasks = tasks;
    this.rollups = rollups;
  }

  @FromReadModels
  @GetMapping("/api/v1/time/reports/estimate-vs-actual")
  ObjectNode estimates(
      Caller caller, @QueryParams EstimateFilter filter, @QueryParams Paging paging) {
    ReadRights.requireEverybody(caller);
    Days days = new Days(filter.from(), filter.to());
    WorkspaceId workspace = caller.workspaceId();
    ProjectId project = filter.projectId();
    return switch (Optional.ofNullable(filter.dimension()).orElse(Dimension.PROJECT)) {
      case PROJECT -> projects(workspace, days, projects(workspace, project, paging));
      case TASK ->
          tasks(
              workspace,
              days,
              directory.tasks(workspace, new TaskFilter(null, project, null, null, null), paging));
      case WORKSPACE, USER, ENTITY, STAGE ->
          throw ApiException.of(INVALID_PARAMETER, "dimension", "Expected project or task.");
    };
  }

  private Page projects(WorkspaceId workspace, @Nullable ProjectId project, Paging paging) {
    return project == null
        ? directory.projects(workspace, new ProjectFilter(null, null, null, null, null), paging)
        : Page.whole(directory.find(workspace, project).stream().toList());
  }

  private ObjectNode projects(WorkspaceId workspace, Days days, Page projects) {
    Map<String, Totals> sums = rollups.sums(workspace, Dimension.PROJECT, projects.ids(), days);
    Map<String, BigDecimal> planned = tasks.byProject(workspace, projects.ids());
    return projects
        .map(
            project -> {
              ObjectNode line = line(Dimension.PROJECT, project, "time_budget_hours", sums);
              line.put("tasks_estimate_hours", planned.get(project.required("id").asString()));
              return line;
            })
        .answer();
  }

  private ObjectNode tasks(WorkspaceId workspace, Days days, Page found) {
    Map<String, Totals> sums = rollups.sums(workspace, Dimension.TASK, found.ids(), days);
    return found
        .map(
            task -> {
              ObjectNode line = line(Dimension.TASK, task, "estimate_hours", sums);
              line.set("project_id", task.required("project_id"));
              line.set("completed_at", task.required("completed_at"));
              return line;
            })
        .answer();
  }

  private static ObjectNode line(
      Dimension dimension, ObjectNode subject, String plan, Map<String, Totals> sums) {
    String id = subject.required("id").asString();
    JsonNode planned = subject.required(plan);
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.set("dimension", Json.MAPPER.valueToTree(dimension));
    json.put("dimension_id", id);
    json.set("name", subject.required("name"));
    new Estimate(
            planned.isNull() ? null : planned.decimalValue(), sums.getOrDefault(id, Totals.ZERO))
        .writeTo(json);
    return json;
  }
}
