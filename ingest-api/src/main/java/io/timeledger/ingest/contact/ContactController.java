package io.timeledger.ingest.contact;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.command.Commands;
import io.timeledger.ingest.command.TakesPreconditions;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.read.ResourceResponse;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.command.ContactCommand.DeleteContact;
import io.timeledger.schemas.command.ContactCommand.PutContact;
import io.timeledger.schemas.id.ContactId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.ResourceType;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/contacts")
final class ContactController {
  private final Commands commands;
  private final Contacts contacts;
  private final ContactAddresses addresses;

  ContactController(Commands commands, Contacts contacts, ContactAddresses addresses) {
    this.commands = commands;
    this.contacts = contacts;
    this.addresses = addresses;
  }

  @FromReadModels
  @GetMapping
  ObjectNode list(Caller caller, @QueryParams ContactFilter filter, @QueryParams Paging paging) {
    ReadRights.require(caller, Permission.SETTINGS);
    return contacts
        .list(caller.workspaceId(), filter, paging)
        .answer(ResourceType.CONTACT, caller.viewer());
  }

  @FromReadModels
  @GetMapping("/{id}")
  ResponseEntity<ObjectNode> find(Caller caller, @PathVariable("id") ContactId id) {
    ReadRights.require(caller, Permission.SETTINGS);
    ObjectNode contact =
        contacts.find(caller.workspaceId(), id).orElseThrow(ApiException::notFound);
    return ResourceResponse.of(ResourceType.CONTACT, contact, caller.viewer());
  }

  /// Only hashes of the addresses leave this method.
  @TakesPreconditions
  @PutMapping("/{id}")
  ResponseEntity<ObjectNode> put(
      WriteRequest call, @PathVariable("id") ContactId id, @RequestBody ContactBody body) {
    List<String> emails = body.checkedEmails();
    return commands.submit(
        call,
        new PutContact(
            id,
            addresses.hashes(call.caller().workspaceId(), emails),
            body.dealId(),
            body.projectId(),
            call.ifVersion()));
  }

  @TakesPreconditions
  @DeleteMapping("/{id}")
  ResponseEntity<ObjectNode> delete(WriteRequest call, @PathVariable("id") ContactId id) {
    return commands.submit(call, new DeleteContact(id, call.ifVersion()));
  }
}
