package io.timeledger.schemas.event;

import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Denial;
import io.timeledger.schemas.resource.Resource;
import io.timeledger.schemas.resource.ResourceType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A decided fact. On the wire `before` is cut down to `previous`: the fields that changed, with
/// their former values.
///
/// @param id `evt_` and a ULID
/// @param data the resource after the change
/// @param timestamp the broker's append time of the command
/// @param sequence gapless per workspace, from 1
/// @param before the resource before the change; null when it came into being
/// @param previousHash of the event before in the workspace; [#GENESIS] for the first
/// @param hash seals the event and, through `previousHash`, all before it
public record Event(
    String id,
    EventType type,
    WorkspaceId workspaceId,
    Resource data,
    Instant timestamp,
    long sequence,
    @Nullable Resource before,
    EventAuthor actor,
    String commandId,
    String previousHash,
    String hash) {

  /// What the first event of a workspace is chained to.
  public static final String GENESIS = "0".repeat(64);

  /// The kind of thing that the event is about, as the audit names it: of a denied attempt, of what
  /// was tried to be changed.
  public String entityType() {
    return data instanceof Denial denial ? denial.entityType() : ResourceType.of(data).wireName();
  }
}
