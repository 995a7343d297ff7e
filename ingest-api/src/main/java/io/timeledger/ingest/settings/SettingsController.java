package io.timeledger.ingest.settings;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.command.Commands;
import io.timeledger.ingest.command.TakesPreconditions;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.read.ResourceResponse;
import io.timeledger.schemas.command.SettingsCommand.UpdateSettings;
import io.timeledger.schemas.command.SettingsPatch;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.ResourceType;
import io.timeledger.schemas.resource.Settings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// A workspace that never changed its settings shows the defaults, at version 0.
@RestController
@RequestMapping("/api/v1/time/settings")
final class SettingsController {
  private final Commands commands;
  private final StoredSettings settings;

  SettingsController(Commands commands, StoredSettings settings) {
    this.commands = commands;
    this.settings = settings;
  }

  @FromReadModels
  @GetMapping
  ResponseEntity<ObjectNode> find(Caller caller) {
    ReadRights.require(caller, Permission.READ);
    ObjectNode found =
        settings
            .find(caller.workspaceId())
            .orElseGet(() -> Json.MAPPER.valueToTree(Settings.defaults(caller.workspaceId())));
    return ResourceResponse.of(ResourceType.SETTINGS, found, caller.viewer());
  }

  @TakesPreconditions
  @PatchMapping
  ResponseEntity<ObjectNode> update(WriteRequest call, @RequestBody SettingsPatch patch) {
    return commands.submit(call, new UpdateSettings(SettingsForm.checked(patch), call.ifVersion()));
  }
}
