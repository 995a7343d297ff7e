package io.timeledger.schemas.event;

import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Denial;
import io.timeledger.schemas.resource.Resource;
import io.timeledger.schemas.resource.ResourceType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A decided fact. On the wire, `before` becomes `previous`: the changed fields with their former
/// values.
///
/// @param id `evt_` and a ULID
/// @param data the resource after the change
/// @param timestamp the broker's append time of the command
/// @param sequence gapless per workspace, from 1
/// @param before the resource before the change; null when it was created
/// @param previousHash of the preceding event in the workspace; [#GENESIS] for the first
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

  /// The `previousHash` of the first event of a workspace.
  public static final String GENESIS = "0".repeat(64);

  /// The entity type for the audit; for a denial, the type of the resource that the caller tried to
  /// change.
  public String entityType() {
    return data instanceof Denial denial ? denial.entityType() : ResourceType.of(data).wireName();
  }
}
