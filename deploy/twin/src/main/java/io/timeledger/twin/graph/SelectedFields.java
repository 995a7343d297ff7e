package io.timeledger.twin.graph;

import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.Trees;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What `$select` leaves of an event; its id and etag come unasked.
final class SelectedFields {
  private static final List<String> ALWAYS = List.of("@odata.etag", "id");

  private SelectedFields() {}

  static ObjectNode of(Call call, ObjectNode event) {
    return call.query().first("$select").map(names -> keep(event, names)).orElse(event);
  }

  private static ObjectNode keep(ObjectNode event, String names) {
    List<String> wanted = Arrays.asList(names.split(",", -1));
    ObjectNode kept = Trees.object();
    event.forEachEntry(
        (name, value) -> {
          if (ALWAYS.contains(name) || wanted.contains(name)) {
            kept.set(name, value);
          }
        });
    return kept;
  }
}
