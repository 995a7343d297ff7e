package io.timeledger.ingest.calendar.connection;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.calendar.control.CalendarClient;
import io.timeledger.ingest.calendar.signin.SignInSeals;
import io.timeledger.ingest.calendar.signin.SignInTicket;
import io.timeledger.ingest.calendar.signin.SignIns;
import io.timeledger.ingest.command.Commands;
import io.timeledger.ingest.command.NewIds;
import io.timeledger.ingest.command.ReplyResources;
import io.timeledger.ingest.command.TakesPreconditions;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.read.ResourceResponse;
import io.timeledger.ingest.secret.Sealer;
import io.timeledger.ingest.url.TargetUrl;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.calendar.CalendarCommand.SyncNow;
import io.timeledger.schemas.command.ConnectionCommand.ChangeConnection;
import io.timeledger.schemas.command.ConnectionCommand.ConnectCalendar;
import io.timeledger.schemas.command.ConnectionCommand.Disconnect;
import io.timeledger.schemas.command.ConnectionPatch;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.restricted.SealedText;
import io.timeledger.schemas.secret.SealContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Connections of members' calendars. An administrator sees only status data of other members'
/// connections.
@RestController
@RequestMapping("/api/v1/time/calendar/connections")
final class ConnectionController {
  /// Stands in for the id in the hashed request, because each retry generates another id.
  private static final ConnectionId ANY = new ConnectionId("conn");

  private static final int LONGEST_TICKET = 16_000;

  private final Commands commands;
  private final Connections connections;
  private final CalendarAddress address;
  private final CalendarClient connector;
  private final Sealer sealer;
  private final SignIns signIns;
  private final SignInSeals seals;
  private final NewIds ids;

  ConnectionController(
      Commands commands,
      Connections connections,
      CalendarAddress address,
      CalendarClient connector,
      Sealer sealer,
      SignIns signIns,
      SignInSeals seals,
      NewIds ids) {
    this.commands = commands;
    this.connections = connections;
    this.address = address;
    this.connector = connector;
    this.sealer = sealer;
    this.signIns = signIns;
    this.seals = seals;
    this.ids = ids;
  }

  @FromReadModels
  @GetMapping
  ObjectNode list(Caller caller, @QueryParams ConnectionFilter filter, @QueryParams Paging paging) {
    ReadRights.require(caller, filter.isOfAll() ? Permission.ADMIN : Permission.CALENDAR);
    return connections
        .list(caller.workspaceId(), filter.isOfAll() ? null : caller.userId(), filter, paging)
        .map(connection -> ConnectionView.of(connection, caller))
        .answer();
  }

  @FromReadModels
  @GetMapping("/{id}")
  ResponseEntity<ObjectNode> find(Caller caller, @PathVariable("id") ConnectionId id) {
    return ResourceResponse.whole(ConnectionView.of(visible(caller, id), caller));
  }

  /// Answers 201 with the status `connecting`, or 200 for a reconnect. The connector then reads the
  /// calendar.
  @PostMapping
  ResponseEntity<ObjectNode> create(WriteRequest call, @RequestBody ConnectionBody body) {
    call.requireWrite();
    FieldValidator form = new FieldValidator();
    form.exclusive("url", body.url() != null, "ticket", body.ticket() != null);
    form.check();
    return body.ticket() == null
        ? connect(call, form, body)
        : redeem(call, form, body, body.ticket());
  }

  private ResponseEntity<ObjectNode> connect(
      WriteRequest call, FieldValidator form, ConnectionBody body) {
    Provider provider = form.required("provider", body.provider(), Provider.ICS);
    form.check();
    if (provider != Provider.ICS) {
      signIns.requireConfigured(provider);
      form.requiredText("ticket", body.ticket(), LONGEST_TICKET);
      form.check();
    }
    TargetUrl.Valid url = address.checked(form, body.url());
    String name = name(form, body, url.host());
    form.check();
    ConnectionId id = ids.newConnection();
    SealedText secret =
        sealer.seal(url.text(), SealContext.connection(call.caller().workspaceId(), id));
    return commands.submit(
        call,
        new ConnectCalendar(id, provider, name, secret),
        new ConnectCalendar(ANY, provider, name, new SealedText("", url.text())),
        reply -> ReplyResources.first(reply, call.caller().viewer()));
  }

  private ResponseEntity<ObjectNode> redeem(
      WriteRequest call, FieldValidator form, ConnectionBody body, String text) {
    form.requiredText("ticket", text, LONGEST_TICKET);
    form.check();
    SignInTicket ticket = signIns.redeemed(call.caller(), text);
    if (body.provider() != null && body.provider() != ticket.provider()) {
      form.fail("provider", "not_allowed", "The ticket is of another provider.");
    }
    String name = name(form, body, ticket.provider() == Provider.GOOGLE ? "Google" : "Microsoft");
    form.check();
    return commands.submit(
        call,
        connect(ticket, name, seals.sealForConnector(ticket)),
        connect(ticket, name, new SealedText("", text)),
        reply -> ReplyResources.first(reply, call.caller().viewer()));
  }

  private static ConnectCalendar connect(SignInTicket ticket, String name, SealedText secret) {
    return new ConnectCalendar(
        ticket.connectionId(), ticket.provider(), name, secret, ticket.seenVersion());
  }

  private static String name(FieldValidator form, ConnectionBody body, String otherwise) {
    return body.name() == null
        ? otherwise
        : form.requiredText("name", body.name(), FieldValidator.NAME);
  }

  @FromReadModels
  @TakesPreconditions
  @PatchMapping("/{id}")
  ResponseEntity<ObjectNode> update(
      WriteRequest call,
      @PathVariable("id") ConnectionId id,
      @RequestBody ConnectionPatchBody body) {
    call.requireWrite();
    ConnectionPatch patch = body.toPatch();
    requireCalendars(own(call.caller(), id), patch.calendarIds().value());
    return commands.submit(call, new ChangeConnection(id, patch, call.ifVersion()));
  }

  /// The connector deletes what it read. Entries stay.
  @TakesPreconditions
  @DeleteMapping("/{id}")
  ResponseEntity<ObjectNode> disconnect(WriteRequest call, @PathVariable("id") ConnectionId id) {
    return commands.submit(
        call,
        new Disconnect(id, call.ifVersion()),
        reply ->
            ConnectionView.of(ReplyResources.first(reply, call.caller().viewer()), call.caller()));
  }

  /// Requests a round, at most once a minute.
  @FromReadModels
  @PostMapping("/{id}/sync")
  ResponseEntity<ObjectNode> sync(WriteRequest call, @PathVariable("id") ConnectionId id) {
    own(call.caller(), id);
    String round = connector.ask(call, new SyncNow(id)).roundId();
    return ResponseEntity.accepted()
        .header("Location", "/api/v1/time/calendar/connections/" + id)
        .body(Envelope.data(Json.MAPPER.createObjectNode().put("round_id", round)));
  }

  @FromReadModels
  @GetMapping("/{id}/rounds")
  ObjectNode rounds(
      Caller caller, @PathVariable("id") ConnectionId id, @QueryParams Paging paging) {
    visible(caller, id);
    return connections.rounds(caller.workspaceId(), id, paging).answer();
  }

  private static void requireCalendars(ObjectNode connection, @Nullable List<CalendarId> chosen) {
    Set<String> known =
        connection
            .required("calendars")
            .valueStream()
            .map(calendar -> calendar.required("id").asString())
            .collect(Collectors.toSet());
    if (chosen != null && !chosen.stream().allMatch(id -> known.contains(id.value()))) {
      throw ApiException.of(
          ErrorCode.UNKNOWN_CALENDAR, "calendar_ids", ErrorCode.UNKNOWN_CALENDAR.meaning());
    }
  }

  private ObjectNode own(Caller caller, ConnectionId id) {
    ReadRights.require(caller, Permission.CALENDAR);
    return connections
        .find(caller.workspaceId(), id)
        .filter(found -> ConnectionView.isOwn(found, caller))
        .orElseThrow(ApiException::notFound);
  }

  private ObjectNode visible(Caller caller, ConnectionId id) {
    if (!caller.may(Permission.ADMIN)) {
      return own(caller, id);
    }
    return connections.find(caller.workspaceId(), id).orElseThrow(ApiException::notFound);
  }
}
