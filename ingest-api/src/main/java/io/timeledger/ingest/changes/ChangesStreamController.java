package io.timeledger.ingest.changes;

import static io.timeledger.schemas.reply.ErrorCode.RATE_LIMIT_EXCEEDED;
import static io.timeledger.schemas.reply.ErrorCode.UNAUTHORIZED;

import io.timeledger.ingest.access.Authenticator.Verdict;
import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.access.Credentials;
import io.timeledger.ingest.access.RequestCredential;
import io.timeledger.ingest.access.RequestCredentials;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.ReadModelProgress;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// The feed as server-sent events, as soon as the read models have them: `id` is the sequence,
/// `data` the same as in `GET /changes`. Each heartbeat checks the credential and its permissions
/// again and ends the stream if it is no longer valid. The server's write timeout cuts off readers
/// that do not read. A stream occupies one virtual thread.
@RestController
final class ChangesStreamController {
  private static final Logger log = LoggerFactory.getLogger(ChangesStreamController.class);
  private static final int BATCH = 50;

  private final Feed feed;
  private final FeedHead head;
  private final FeedWatch watch;
  private final ReadModelProgress progress;
  private final RequestCredentials requests;
  private final Credentials credentials;
  private final OpenStreams streams;
  private final StreamProperties properties;

  ChangesStreamController(
      Feed feed,
      FeedHead head,
      FeedWatch watch,
      ReadModelProgress progress,
      RequestCredentials requests,
      Credentials credentials,
      OpenStreams streams,
      StreamProperties properties) {
    this.feed = feed;
    this.head = head;
    this.watch = watch;
    this.progress = progress;
    this.requests = requests;
    this.credentials = credentials;
    this.streams = streams;
    this.properties = properties;
  }

  @FromReadModels
  @GetMapping(path = "/api/v1/changes/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void stream(
      Caller caller,
      @QueryParams StreamPosition position,
      HttpServletRequest request,
      HttpServletResponse response) {
    ReadRights.require(caller, Permission.READ);
    WorkspaceId workspace = caller.workspaceId();
    OptionalLong asked = position.of(request);
    asked.ifPresent(sequence -> head.requireReached(caller, position.nameIn(request), sequence));
    long from = asked.orElseGet(() -> progress.sequence(workspace));
    String holder = caller.credential();
    OpenStream place =
        streams
            .open(holder)
            .orElseThrow(() -> ApiException.of(RATE_LIMIT_EXCEEDED, "Too many streams are open."));
    watch.begin(workspace);
    watch.wake();
    try {
      stream(workspace, from, place, request, response);
    } catch (IOException e) {
      log.debug("event=stream_lost reason=\"{}\"", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      watch.end(workspace);
      streams.close(holder, place);
    }
  }

  private void stream(
      WorkspaceId workspace,
      long from,
      OpenStream place,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    RequestCredential credential =
        requests.of(request).orElseThrow(() -> ApiException.of(UNAUTHORIZED, "No credential."));
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setHeader("Cache-Control", "no-store");
    // Buffering proxies would delay events.
    response.setHeader("X-Accel-Buffering", "no");
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    EventStream out = new EventStream(response.getOutputStream());
    out.begin(from);
    long last = from;
    while (!watch.isStopping()) {
      if (place.gaveWay()) {
        out.end("the token opened more streams than it may have");
        return;
      }
      Optional<Caller> caller = stillWelcome(credential, workspace);
      if (caller.isEmpty()) {
        return;
      }
      Optional<List<ObjectNode>> events = read(workspace, last);
      if (events.isEmpty()) {
        return;
      }
      List<ObjectNode> known = VisibleEvents.known(events.get());
      for (ObjectNode event : known) {
        last = event.required("sequence").asLong();
        out.event(VisibleEvents.of(event, caller.get()));
      }
      if (events.get().isEmpty()) {
        out.heartbeat();
        watch.await(workspace, last, properties.heartbeat(), place);
      } else if (known.isEmpty()) {
        out.end("the next event is known to a newer release only");
        return;
      } else {
        out.flush();
      }
    }
  }

  private Optional<Caller> stillWelcome(RequestCredential credential, WorkspaceId workspace) {
    return credentials.judge(credential) instanceof Verdict.Accepted(Caller caller)
            && caller.workspaceId().equals(workspace)
            && caller.may(Permission.READ)
        ? Optional.of(caller)
        : Optional.empty();
  }

  /// Empty when the read models are unavailable: the client reconnects and then gets the error.
  private Optional<List<ObjectNode>> read(WorkspaceId workspace, long last) {
    try {
      return Optional.of(feed.after(workspace, last, BATCH));
    } catch (ApiException e) {
      log.debug("event=stream_ended reason=\"{}\"", e.getMessage());
      return Optional.empty();
    }
  }
}
