package io.timeledger.streams.ledger.decide;

import io.timeledger.schemas.command.AccessCommand.CreateToken;
import io.timeledger.schemas.command.AccessCommand.CreateWorkspace;
import io.timeledger.schemas.command.AccessCommand.RevokeToken;
import io.timeledger.schemas.command.ApprovalCommand.ApproveTimesheets;
import io.timeledger.schemas.command.ApprovalCommand.DeleteApprovalRoute;
import io.timeledger.schemas.command.ApprovalCommand.PutApprovalRoute;
import io.timeledger.schemas.command.Command;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.DirectoryCommand;
import io.timeledger.schemas.command.DirectoryCommand.PutMember;
import io.timeledger.schemas.command.EntryCommand.BatchEntries;
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
import io.timeledger.schemas.command.Via;
import io.timeledger.schemas.command.WebhookCommand;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Member;
import io.timeledger.streams.ledger.Decision;
import io.timeledger.streams.ledger.Draft;
import io.timeledger.streams.ledger.Receipt;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.access.TokenCreation;
import io.timeledger.streams.ledger.access.TokenRevocation;
import io.timeledger.streams.ledger.access.WorkspaceCreation;
import io.timeledger.streams.ledger.approval.RouteDeletion;
import io.timeledger.streams.ledger.approval.RouteUpsert;
import io.timeledger.streams.ledger.batch.EntryBatch;
import io.timeledger.streams.ledger.directory.DirectoryUpdate;
import io.timeledger.streams.ledger.entry.EntryCreation;
import io.timeledger.streams.ledger.entry.EntryDeletion;
import io.timeledger.streams.ledger.entry.EntryEdit;
import io.timeledger.streams.ledger.entry.EntryRestoration;
import io.timeledger.streams.ledger.imports.DayReplacement;
import io.timeledger.streams.ledger.imports.EntryImport;
import io.timeledger.streams.ledger.invoice.InvoiceChange;
import io.timeledger.streams.ledger.overtime.OvertimeTrial;
import io.timeledger.streams.ledger.overtime.OvertimeWatch;
import io.timeledger.streams.ledger.rate.RateDeletion;
import io.timeledger.streams.ledger.rate.RateQuestion;
import io.timeledger.streams.ledger.rate.RateUpsert;
import io.timeledger.streams.ledger.reach.Reach;
import io.timeledger.streams.ledger.rule.RuleDeletion;
import io.timeledger.streams.ledger.rule.RuleUpsert;
import io.timeledger.streams.ledger.settings.SettingsUpdate;
import io.timeledger.streams.ledger.state.LedgerState;
import io.timeledger.streams.ledger.takeover.MemberTakeOver;
import io.timeledger.streams.ledger.timer.RunawayTimer;
import io.timeledger.streams.ledger.timer.TimerDiscard;
import io.timeledger.streams.ledger.timer.TimerStart;
import io.timeledger.streams.ledger.timer.TimerStop;
import io.timeledger.streams.ledger.timesheet.BulkApproval;
import io.timeledger.streams.ledger.timesheet.TimesheetTransition;
import io.timeledger.streams.ledger.trial.RuleTrial;
import io.timeledger.streams.ledger.webhook.WebhookUpdate;
import java.util.List;

/// Decides commands. Pure: the same command, state and receipt give the same decision, and
/// nothing is changed by it.
public final class Decider {
  private Decider() {}

  public static Decision decide(CommandEnvelope envelope, LedgerState state, Receipt receipt) {
    return envelope.command() instanceof Preview(Command previewed)
        ? decided(envelope.with(previewed), state, receipt).withoutEffect()
        : decided(envelope, state, receipt);
  }

  private static Decision decided(CommandEnvelope envelope, LedgerState state, Receipt receipt) {
    Draft draft = new Draft(state, envelope, receipt);
    try {
      List<ReplyItem> items =
          draft.allOrNothing(
              () -> {
                List<ReplyItem> decided = items(envelope, draft);
                draft.requirePreconditionSeen();
                OvertimeWatch.look(draft);
                return decided;
              });
      return new Decision.Accepted(draft.facts(), draft.privates(), items);
    } catch (Refusal refusal) {
      Refusal.Denied denied = refusal.denial();
      if (denied != null) {
        draft.change(denied.type(), denied.denial(), null);
      }
      return new Decision.Rejected(refusal.problem(), draft.facts());
    }
  }

  private static List<ReplyItem> items(CommandEnvelope envelope, Draft draft) {
    Rights rights = rights(envelope, draft.state());
    return switch (envelope.command()) {
      case CreateEntry command -> EntryCreation.decide(command, rights, draft);
      case UpdateEntry command -> EntryEdit.decide(command, rights, draft);
      case DeleteEntry command -> EntryDeletion.decide(command, rights, draft);
      case BatchEntries command -> EntryBatch.decide(command, rights, draft);
      case RestoreEntry command -> EntryRestoration.decide(command, rights, draft);
      case ImportEntries command -> EntryImport.decide(command, rights, draft);
      case ReplaceDays command -> DayReplacement.decide(command, rights, draft);
      case StartTimer command -> TimerStart.decide(command, rights, draft);
      case StopTimer command -> TimerStop.decide(command, rights, draft);
      case DiscardTimer command -> TimerDiscard.decide(command, rights, draft);
      case FlagRunawayTimer command -> RunawayTimer.decide(command, rights, draft);
      case TimesheetCommand command -> TimesheetTransition.decide(command, rights, draft);
      case ApproveTimesheets command -> BulkApproval.decide(command, rights, draft);
      case PutApprovalRoute command -> RouteUpsert.decide(command, rights, draft);
      case DeleteApprovalRoute command -> RouteDeletion.decide(command, rights, draft);
      case UpdateSettings command -> SettingsUpdate.decide(command, rights, draft);
      case PutRate command -> RateUpsert.decide(command, rights, draft);
      case PreviewRate command -> RateQuestion.decide(command, rights, draft);
      case PutRule command -> RuleUpsert.decide(command, rights, draft);
      case DeleteRule command -> RuleDeletion.decide(command, rights, draft);
      case TryRules command -> RuleTrial.decide(command, rights, draft);
      case TryOvertime command -> OvertimeTrial.decide(command, rights, draft);
      case DeleteRate command -> RateDeletion.decide(command, rights, draft);
      case InvoiceCommand command -> InvoiceChange.decide(command, rights, draft);
      case PutMember command -> MemberTakeOver.decide(command, rights, draft);
      case DirectoryCommand command -> DirectoryUpdate.decide(command, rights, draft);
      case CreateWorkspace command -> WorkspaceCreation.decide(command, rights, draft);
      case CreateToken command -> TokenCreation.decide(command, rights, draft);
      case RevokeToken command -> TokenRevocation.decide(command, rights, draft);
      case WebhookCommand command -> WebhookUpdate.decide(command, rights, draft);
      case Preview _ -> throw new IllegalStateException("decided as the command that it previews");
    };
  }

  private static Rights rights(CommandEnvelope envelope, LedgerState state) {
    var actor = envelope.actor();
    boolean creates = envelope.command() instanceof CreateWorkspace;
    if (creates != (actor.via() == Via.OPERATOR)) {
      throw Refusal.of(ErrorCode.FORBIDDEN, "only the operator creates workspaces, and no more");
    }
    if (creates) {
      return Rights.all(state.workspaceId(), actor.userId());
    }
    if (state.workspace().isEmpty()) {
      throw Refusal.of(
          ErrorCode.UNKNOWN_WORKSPACE, "the workspace " + state.workspaceId() + " does not exist");
    }
    if (actor.via() == Via.SYSTEM) {
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
    return Rights.of(state.workspaceId(), actor, member.role(), Reach.of(member, state));
  }
}
