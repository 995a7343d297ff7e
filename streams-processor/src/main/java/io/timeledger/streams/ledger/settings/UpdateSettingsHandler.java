package io.timeledger.streams.ledger.settings;

import io.timeledger.schemas.command.SettingsCommand.UpdateSettings;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Settings;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;
import io.timeledger.streams.ledger.reach.ManagerReach;
import java.util.List;

/// Changes the settings of the workspace, all or nothing.
public final class UpdateSettingsHandler {
  private UpdateSettingsHandler() {}

  public static List<ReplyItem> decide(
      UpdateSettings command, Rights rights, DecisionBuilder decision) {
    rights.requireAudited(
        Permission.SETTINGS,
        EventType.SETTINGS_UPDATED_DENIED,
        EventType.SETTINGS_UPDATED,
        decision.state().workspaceId().value());
    Settings before = decision.state().settings();
    VersionCheck.require(before, command.ifVersion(), decision);
    Settings after = PatchedSettings.of(before, command.patch());
    if (after.equals(before)) {
      return List.of(ReplyItem.of(Status.UNCHANGED, before));
    }
    Settings changed = decision.change(EventType.SETTINGS_UPDATED, after, before);
    if (changed.managerScope() != before.managerScope()) {
      ManagerReach.publish(decision);
    }
    return List.of(ReplyItem.of(Status.UPDATED, changed));
  }
}
