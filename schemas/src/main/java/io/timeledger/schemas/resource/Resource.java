package io.timeledger.schemas.resource;

import io.timeledger.schemas.id.WorkspaceId;

/// Something that the ledger keeps. An event carries one as it is after the change, so the state
/// of the ledger is the last resource of each id.
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
        Denial {

  WorkspaceId workspaceId();

  /// The id as it stands in audit records and CloudEvents subjects.
  String subject();

  /// Rises by one with each change, from 1; 0 where a resource has no versions.
  int version();
}
