package io.timeledger.schemas.command;

/// A request for a decision. The wire name is the `@JsonTypeName` and survives renames of the
/// record, because the log keeps commands.
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
        WebhookCommand,
        ConnectionCommand,
        CalendarRuleCommand,
        ContactCommand,
        Preview {}
