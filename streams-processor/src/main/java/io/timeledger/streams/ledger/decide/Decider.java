package io.timeledger.streams.ledger.decide;

import io.timeledger.schemas.command.AccessCommand.CreateToken;
import io.timeledger.schemas.command.AccessCommand.CreateWorkspace;
import io.timeledger.schemas.command.AccessCommand.EndSession;
import io.timeledger.schemas.command.AccessCommand.OpenSession;
import io.timeledger.schemas.command.AccessCommand.RevokeToken;
import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.ApprovalCommand.ApproveTimesheets;
import io.timeledger.schemas.command.ApprovalCommand.DeleteApprovalRoute;
import io.timeledger.schemas.command.ApprovalCommand.PutApprovalRoute;
import io.timeledger.schemas.command.CalendarRuleCommand;
import io.timeledger.schemas.command.Command;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.command.ConnectionCommand;
import io.timeledger.schemas.command.DirectoryCommand;
import io.timeledger.schemas.command.DirectoryCommand.PutMember;
import io.timeledger.schemas.command.EntryCommand.BatchEntries;
import io.timeledger.schemas.command.EntryCommand.ConvertBlocks;
import io.timeledger.schemas.command.EntryCommand.CreateEntry;
import io.timeledger.schemas.command.EntryCommand.DeleteEntry;
import io.timeledger.schemas.command.EntryCommand.ImportEntries;
import io.timeledger.schemas.command.EntryCommand.ReplaceDays;
import io.timeledger.schemas.command.EntryCommand.RestoreEntry;
import io.timeledger.schemas.command.EntryCommand.UpdateEntry;
import io.timeledger.schemas.command.InvoiceCommand;
import io.timeledger.schemas.command.Preview;
import io.timeledger.schemas.command.RateCommand.DeleteRate;
import io.timeledger.schemas.command.RateCommand.PreviewRate;
import io.timeledger.schemas.command.RateCommand.PutRate;
import io.timeledger.schemas.command.RuleCommand.DeleteRule;
import io.timeledger.schemas.command.RuleCommand.PutRule;
import io.timeledger.schemas.command.RuleCommand.TryOvertime;
import io.timeledger.schemas.command.RuleCommand.TryRules;
import io.timeledger.schemas.command.SettingsCommand.UpdateSettings;
import io.timeledger.schemas.command.TimerCommand.DiscardTimer;
import io.timeledger.schemas.command.TimerCommand.FlagRunawayTimer;
import io.timeledger.schemas.command.TimerCommand.StartTimer;
import io.timeledger.schemas.command.TimerCommand.StopTimer;
import io.timeledger.schemas.command.TimesheetCommand;
import io.timeledger.schemas.command.WebhookCommand;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Member;
import io.timeledger.streams.ledger.CommandMetadata;
import io.timeledger.streams.ledger.Decision;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.access.CreateTokenHandler;
import io.timeledger.streams.ledger.access.CreateWorkspaceHandler;
import io.timeledger.streams.ledger.access.EndSessionHandler;
import io.timeledger.streams.ledger.access.OpenSessionHandler;
import io.timeledger.streams.ledger.access.RevokeTokenHandler;
import io.timeledger.streams.ledger.approval.DeleteApprovalRouteHandler;
import io.timeledger.streams.ledger.approval.PutApprovalRouteHandler;
import io.timeledger.streams.ledger.batch.BatchEntriesHandler;
import io.timeledger.streams.ledger.calendar.CalendarRuleHandler;
import io.timeledger.streams.ledger.calendar.ConnectionHandler;
import io.timeledger.streams.ledger.calendar.ConvertBlocksHandler;
import io.timeledger.streams.ledger.directory.DirectoryHandler;
import io.timeledger.streams.ledger.entry.CreateEntryHandler;
import io.timeledger.streams.ledger.entry.DeleteEntryHandler;
import io.timeledger.streams.ledger.entry.RestoreEntryHandler;
import io.timeledger.streams.ledger.entry.UpdateEntryHandler;
import io.timeledger.streams.ledger.imports.ImportEntriesHandler;
import io.timeledger.streams.ledger.imports.ReplaceDaysHandler;
import io.timeledger.streams.ledger.invoice.InvoiceHandler;
import io.timeledger.streams.ledger.overtime.OvertimeWatch;
import io.timeledger.streams.ledger.overtime.TryOvertimeHandler;
import io.timeledger.streams.ledger.rate.DeleteRateHandler;
import io.timeledger.streams.ledger.rate.PreviewRateHandler;
import io.timeledger.streams.ledger.rate.PutRateHandler;
import io.timeledger.streams.ledger.reach.ManagerReach;
import io.timeledger.streams.ledger.rule.DeleteRuleHandler;
import io.timeledger.streams.ledger.rule.PutRuleHandler;
import io.timeledger.streams.ledger.settings.UpdateSettingsHandler;
import io.timeledger.streams.ledger.state.LedgerState;
import io.timeledger.streams.ledger.takeover.PutMemberHandler;
import io.timeledger.streams.ledger.timer.DiscardTimerHandler;
import io.timeledger.streams.ledger.timer.FlagRunawayTimerHandler;
import io.timeledger.streams.ledger.timer.StartTimerHandler;
import io.timeledger.streams.ledger.timer.StopTimerHandler;
import io.timeledger.streams.ledger.timesheet.ApproveTimesheetsHandler;
import io.timeledger.streams.ledger.timesheet.TimesheetHandler;
import io.timeledger.streams.ledger.trial.TryRulesHandler;
import io.timeledger.streams.ledger.webhook.WebhookHandler;
import java.util.List;

/// Decides commands. Pure: the same command, state and metadata give the same decision, without
/// side effects.
public final class Decider {
  private Decider() {}

  public static Decision decide(
      CommandEnvelope envelope, LedgerState state, CommandMetadata metadata) {
    return envelope.command() instanceof Preview(Command previewed)
        ? decided(envelope.with(previewed), state, metadata).withoutEffect()
        : decided(envelope, state, metadata);
  }

  private static Decision decided(
      CommandEnvelope envelope, LedgerState state, CommandMetadata metadata) {
    DecisionBuilder decision = new DecisionBuilder(state, envelope, metadata);
    try {
      List<ReplyItem> items =
          decision.allOrNothing(
              () -> {
                List<ReplyItem> decided = items(envelope, decision);
                decision.requirePreconditionSeen();
                OvertimeWatch.look(decision);
                return decided;
              });
      return new Decision.Accepted(decision.events(), decision.privates(), items);
    } catch (Refusal refusal) {
      Refusal.Denied denied = refusal.denial();
      if (denied != null) {
        decision.change(denied.type(), denied.denial(), null);
      }
      return new Decision.Rejected(refusal.problem(), decision.events());
    }
  }

  private static List<ReplyItem> items(CommandEnvelope envelope, DecisionBuilder decision) {
    Rights rights = rights(envelope, decision.state());
    return switch (envelope.command()) {
      case CreateEntry command -> CreateEntryHandler.decide(command, rights, decision);
      case UpdateEntry command -> UpdateEntryHandler.decide(command, rights, decision);
      case DeleteEntry command -> DeleteEntryHandler.decide(command, rights, decision);
      case BatchEntries command -> BatchEntriesHandler.decide(command, rights, decision);
      case RestoreEntry command -> RestoreEntryHandler.decide(command, rights, decision);
      case ImportEntries command -> ImportEntriesHandler.decide(command, rights, decision);
      case ReplaceDays command -> ReplaceDaysHandler.decide(command, rights, decision);
      case StartTimer command -> StartTimerHandler.decide(command, rights, decision);
      case StopTimer command -> StopTimerHandler.decide(command, rights, decision);
      case DiscardTimer command -> DiscardTimerHandler.decide(command, rights, decision);
      case FlagRunawayTimer command -> FlagRunawayTimerHandler.decide(command, rights, decision);
      case TimesheetCommand command -> TimesheetHandler.decide(command, rights, decision);
      case ApproveTimesheets command -> ApproveTimesheetsHandler.decide(command, rights, decision);
      case PutApprovalRoute command -> PutApprovalRouteHandler.decide(command, rights, decision);
      case DeleteApprovalRoute command ->
          DeleteApprovalRouteHandler.decide(command, rights, decision);
      case UpdateSettings command -> UpdateSettingsHandler.decide(command, rights, decision);
      case PutRate command -> PutRateHandler.decide(command, rights, decision);
      case PreviewRate command -> PreviewRateHandler.decide(command, rights, decision);
      case PutRule command -> PutRuleHandler.decide(command, rights, decision);
      case DeleteRule command -> DeleteRuleHandler.decide(command, rights, decision);
      case TryRules command -> TryRulesHandler.decide(command, rights, decision);
      case TryOvertime command -> TryOvertimeHandler.decide(command, rights, decision);
      case DeleteRate command -> DeleteRateHandler.decide(command, rights, decision);
      case InvoiceCommand command -> InvoiceHandler.decide(command, rights, decision);
      case PutMember command -> PutMemberHandler.decide(command, rights, decision);
      case DirectoryCommand command -> DirectoryHandler.decide(command, rights, decision);
      case CreateWorkspace command -> CreateWorkspaceHandler.decide(command, rights, decision);
      case CreateToken command -> CreateTokenHandler.decide(command, rights, decision);
      case RevokeToken command -> RevokeTokenHandler.decide(command, rights, decision);
      case OpenSession command -> OpenSessionHandler.decide(command, rights, decision);
      case EndSession _ -> EndSessionHandler.decide(rights, decision);
      case WebhookCommand command -> WebhookHandler.decide(command, rights, decision);
      case ConvertBlocks command -> ConvertBlocksHandler.decide(command, rights, decision);
      case ConnectionCommand command -> ConnectionHandler.decide(command, rights, decision);
      case CalendarRuleCommand command -> CalendarRuleHandler.decide(command, rights, decision);
      case Preview _ -> throw new IllegalStateException("decided as the command that it previews");
    };
  }

  private static Rights rights(CommandEnvelope envelope, LedgerState state) {
    Actor actor = envelope.actor();
    boolean creates = envelope.command() instanceof CreateWorkspace;
    if (creates != (actor.via() == CommandOrigin.OPERATOR)) {
      throw Refusal.of(ErrorCode.FORBIDDEN, "only the operator creates workspaces, and no more");
    }
    if (creates) {
      return Rights.all(state.workspaceId(), actor.userId());
    }
    if (state.workspace().isEmpty()) {
      throw Refusal.of(
          ErrorCode.UNKNOWN_WORKSPACE, "the workspace " + state.workspaceId() + " does not exist");
    }
    if (actor.via() == CommandOrigin.SYSTEM) {
      return Rights.all(state.workspaceId(), actor.userId());
    }
    Member member =
        state
            .member(actor.userId())
            .filter(Member::active)
            .orElseThrow(
                () ->
                    Refusal.of(
                        ErrorCode.NOT_A_MEMBER,
                        actor.userId() + " is not an active member of " + state.workspaceId()));
    return Rights.of(state.workspaceId(), actor, member.role(), ManagerReach.of(member, state));
  }
}
