package io.timeledger.ingest.web.json;

import java.util.List;
import tools.jackson.core.JacksonException;

/// The path of an error in a document, as in `tags[2]` or `draft.started_at`.
final class JsonPaths {
  private JsonPaths() {}

  static String of(JacksonException e) {
    StringBuilder path = new StringBuilder();
    List<JacksonException.Reference> references = e.getPath();
    for (JacksonException.Reference reference : references) {
      String name = reference.getPropertyName();
      if (name == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(name);
      }
    }
    return path.toString();
  }
}
