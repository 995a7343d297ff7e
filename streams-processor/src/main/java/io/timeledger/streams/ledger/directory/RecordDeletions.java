package io.timeledger.streams.ledger.directory;

import io.timeledger.schemas.command.DirectoryCommand.DeleteClient;
import io.timeledger.schemas.command.DirectoryCommand.DeleteProject;
import io.timeledger.schemas.command.DirectoryCommand.DeleteTask;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Client;
import io.timeledger.schemas.resource.Project;
import io.timeledger.schemas.resource.Task;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.VersionCheck;

/// Deletes projects, tasks and clients. References to them stay: no time is changed.
final class RecordDeletions {
  private RecordDeletions() {}

  static ReplyItem project(DeleteProject command, DecisionBuilder decision) {
    Project before =
        decision
            .state()
            .project(command.id())
            .filter(project -> project.deletedAt() == null)
            .orElseThrow(() -> Refusal.notFound("project " + command.id()));
    VersionCheck.require(before, command.ifVersion(), decision);
    return ReplyItem.of(
        Status.DELETED,
        decision.change(
            EventType.PROJECT_DELETED, before.with(b -> b.deletedAt(decision.now())), before));
  }

  static ReplyItem task(DeleteTask command, DecisionBuilder decision) {
    Task before =
        decision
            .state()
            .task(command.id())
            .filter(task -> task.deletedAt() == null)
            .orElseThrow(() -> Refusal.notFound("task " + command.id()));
    VersionCheck.require(before, command.ifVersion(), decision);
    return ReplyItem.of(
        Status.DELETED,
        decision.change(
            EventType.TASK_DELETED, before.with(b -> b.deletedAt(decision.now())), before));
  }

  static ReplyItem client(DeleteClient command, DecisionBuilder decision) {
    Client before =
        decision
            .state()
            .client(command.id())
            .filter(client -> client.deletedAt() == null)
            .orElseThrow(() -> Refusal.notFound("client " + command.id()));
    VersionCheck.require(before, command.ifVersion(), decision);
    return ReplyItem.of(
        Status.DELETED,
        decision.change(
            EventType.CLIENT_DELETED, before.with(b -> b.deletedAt(decision.now())), before));
  }
}
