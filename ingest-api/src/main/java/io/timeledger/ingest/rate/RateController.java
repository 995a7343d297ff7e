package io.timeledger.ingest.rate;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.command.Commands;
import io.timeledger.ingest.command.TakesPreconditions;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.command.RateCommand.DeleteRate;
import io.timeledger.schemas.id.RateId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.ResourceType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/time/rates")
final class RateController {
  private final Commands commands;
  private final Rates rates;

  RateController(Commands commands, Rates rates) {
    this.commands = commands;
    this.rates = rates;
  }

  @FromReadModels
  @GetMapping
  ObjectNode list(Caller caller, @QueryParams RateFilter filter, @QueryParams Paging paging) {
    ReadRights.require(caller, Permission.RATES);
    return rates
        .list(caller.workspaceId(), filter, paging)
        .answer(ResourceType.RATE, caller.viewer());
  }

  @TakesPreconditions
  @PostMapping
  ResponseEntity<ObjectNode> put(WriteRequest call, @RequestBody RateBody body) {
    return commands.submit(call, body.toCommand(call.ifVersion()));
  }

  /// Changes nothing; the ledger answers with the rules that it prices entries by.
  @PostMapping("/preview")
  ResponseEntity<ObjectNode> preview(WriteRequest call, @RequestBody PreviewBody body) {
    ReadRights.require(call.caller(), Permission.READ);
    return commands.submit(call, body.toCommand());
  }

  @TakesPreconditions
  @DeleteMapping("/{id}")
  ResponseEntity<ObjectNode> delete(WriteRequest call, @PathVariable("id") RateId id) {
    return commands.submit(call, new DeleteRate(id, call.ifVersion()));
  }
}
