package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.ClientId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A client whose projects are worked on.
///
/// @param deletedAt null unless deleted
@RecordBuilder
public record Client(
    ClientId id,
    WorkspaceId workspaceId,
    String name,
    Instant createdAt,
    Instant updatedAt,
    int version,
    long sequence,
    @Nullable Instant deletedAt)
    implements Resource, ClientBuilder.With {

  @Override
  public String subject() {
    return id.value();
  }
}
