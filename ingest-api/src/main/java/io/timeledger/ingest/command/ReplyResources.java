package io.timeledger.ingest.command;

import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Resource;
import io.timeledger.schemas.resource.ResourceType;
import io.timeledger.schemas.visibility.Redactor;
import io.timeledger.schemas.visibility.Viewer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Resources of a reply, redacted for the caller.
public final class ReplyResources {
  private ReplyResources() {}

  /// The resource of the first item.
  public static ObjectNode first(Reply reply, Viewer viewer) {
    return resource(reply.items().getFirst().resource(), viewer);
  }

  /// The first item's entry, with the others under `name`, such as the further days of an entry
  /// split at midnight.
  public static ObjectNode firstAndOthers(Reply reply, String name, Viewer viewer) {
    ObjectNode first = first(reply, viewer);
    ArrayNode others = first.putArray(name);
    reply.items().stream()
        .skip(1)
        .map(ReplyItem::resource)
        .forEach(other -> others.add(resource(other, viewer)));
    return first;
  }

  public static ObjectNode resource(@Nullable Resource resource, Viewer viewer) {
    Resource present =
        Optional.ofNullable(resource)
            .orElseThrow(() -> new IllegalStateException("an accepted item without a resource"));
    ObjectNode tree = Json.MAPPER.valueToTree(present);
    Redactor.redact(ResourceType.of(present), tree, viewer);
    return tree;
  }
}
