package io.timeledger.local;

import io.timeledger.local.RestApi.Answer;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/// Asks the platform for links that sign in to the console, as an administrator.
record LoginLinkRequest(RestApi api, String adminToken) {

  /// A new link for the member; it works once, within 12 hours.
  ///
  /// @throws StartFailedException with the platform's reason
  String send(String user) throws IOException, InterruptedException {
    Answer answer =
        api.post(
            "/tokens",
            adminToken,
            UUID.randomUUID().toString(),
            Map.of("kind", "login", "name", "sign-in link", "user_id", user));
    if (!answer.succeeded()) {
      throw new StartFailedException(
          "no sign-in link for %s (status %d): %s"
              .formatted(user, answer.status(), answer.body().at("/error/message").asString("")));
    }
    return answer.body().at("/data/url").asString();
  }

  @Override
  public String toString() {
    return "LoginLinkRequest[" + api.base() + "]";
  }
}
