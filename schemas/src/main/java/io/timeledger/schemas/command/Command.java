package io.timeledger.schemas.command;

/// Something to be decided. Its name on the wire is its simple name in snake case.
public sealed interface Command
    permits EntryCommand,
        TimerCommand,
        TimesheetCommand,
        ApprovalCommand,
        RuleCommand,
        SettingsCommand,
        RateCommand,
        InvoiceCommand,
        DirectoryCommand,
        AccessCommand,
        WebhookCommand {}
