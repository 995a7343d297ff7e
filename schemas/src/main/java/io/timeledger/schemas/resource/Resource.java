package io.timeledger.schemas.resource;

import io.timeledger.schemas.id.WorkspaceId;

/// A resource of the ledger. An event carries the resource after the change, so the ledger's state
/// is the last resource of each id.
public sealed interface Resource
    permits TimeEntry,
        Timesheet,
        Settings,
        Rate,
        Invoice,
        InvoiceLine,
        Project,
        Task,
        Client,
        Team,
        ApprovalRoute,
        Rule,
        Overtime,
        RatePreview,
        Member,
        Workspace,
        Token,
        Webhook,
        Connection,
        CalendarRule,
        Contact,
        Denial {

  WorkspaceId workspaceId();

  /// The id in audit records and CloudEvents subjects.
  String subject();

  /// Starts at 1 and increases by one with each change; 0 for resources without versions.
  int version();
}
