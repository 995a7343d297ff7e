package io.timeledger.ingest.testkit;

/// A workspace, and its owner's client.
public record TestWorkspace(String id, ApiClient owner) {

  /// A new member's client.
  public ApiClient member(String user, String role) {
    owner
        .put(
            "/api/v1/members/" + user,
            "{\"name\": \"%s\", \"email\": \"%s@%s.example\", \"role\": \"%s\"}"
                .formatted(user, user, id, role))
        .requireStatus(201);
    return token("{\"name\": \"test\", \"user_id\": \"%s\"}".formatted(user));
  }

  /// The client of a token with this body.
  public ApiClient token(String body) {
    Answer answer = owner.post("/api/v1/tokens", body);
    answer.requireStatus(201);
    return owner.as(answer.data().required("secret").asString());
  }
}
