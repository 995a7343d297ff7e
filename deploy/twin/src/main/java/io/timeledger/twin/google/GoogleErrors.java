package io.timeledger.twin.google;

import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.http.RefusedException;
import io.timeledger.twin.http.Trees;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Errors in Google's shape.
public final class GoogleErrors {
  private GoogleErrors() {}

  public static HttpAnswer of(int status, String domain, String reason, String message) {
    ObjectNode item =
        Trees.object().put("domain", domain).put("reason", reason).put("message", message);
    ObjectNode error = Trees.object().put("code", status).put("message", message);
    error.set("errors", Trees.array(List.of(item), only -> only));
    return HttpAnswer.json(status, Trees.object().set("error", error));
  }

  public static HttpAnswer unauthorized() {
    return of(401, "global", "authError", "Invalid Credentials");
  }

  static RefusedException badRequest(String message) {
    return new RefusedException(of(400, "global", "badRequest", message));
  }

  static RefusedException invalid(String parameter) {
    return new RefusedException(of(400, "global", "invalid", "Invalid value: " + parameter));
  }

  static RefusedException notFound() {
    return new RefusedException(of(404, "global", "notFound", "Not Found"));
  }

  static RefusedException fullSyncRequired() {
    return new RefusedException(
        of(
            410,
            "calendar",
            "fullSyncRequired",
            "Sync token is no longer valid, a full sync is required."));
  }
}
