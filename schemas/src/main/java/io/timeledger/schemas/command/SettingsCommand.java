package io.timeledger.schemas.command;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/// The rules of a workspace.
public sealed interface SettingsCommand extends Command {

  /// One bad value changes nothing, and the refusal names every bad field.
  @JsonTypeName("update_settings")
  record UpdateSettings(SettingsPatch patch, @Nullable Integer ifVersion)
      implements SettingsCommand {}
}
