package io.timeledger.schemas.command;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/// The settings of a workspace.
public sealed interface SettingsCommand extends Command {

  /// All or nothing: one bad value refuses the update, and the problem lists every bad field.
  @JsonTypeName("update_settings")
  record UpdateSettings(SettingsPatch patch, @Nullable Integer ifVersion)
      implements SettingsCommand {}
}
