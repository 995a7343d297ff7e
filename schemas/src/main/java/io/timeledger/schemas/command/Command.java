package io.timeledger.schemas.command;

/// Something to be decided. Its name on the wire is that of its
/// `@JsonTypeName`, and stays when the record is renamed: commands are kept on the log.
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
        Preview {}
