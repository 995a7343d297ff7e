package io.timeledger.twin.graph;

import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.http.RefusedException;
import io.timeledger.twin.http.Trees;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// Errors in Graph's shape.
final class GraphErrors {
  private GraphErrors() {}

  static HttpAnswer of(int status, String code, String message) {
    ObjectNode error = Trees.object().put("code", code).put("message", message);
    error.set("innerError", Trees.object().put("request-id", UUID.randomUUID().toString()));
    return HttpAnswer.json(status, Trees.object().set("error", error));
  }

  static HttpAnswer unauthorized() {
    return of(401, "InvalidAuthenticationToken", "Access token has expired or is not valid.");
  }

  static RefusedException badRequest(String code, String message) {
    return new RefusedException(of(400, code, message));
  }

  static RefusedException notFound() {
    return new RefusedException(
        of(404, "ErrorItemNotFound", "The specified object was not found in the store."));
  }
}
