package io.timeledger.acceptance.client;

import io.timeledger.harness.rest.RestClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Workspaces with members, created over REST before any fault.
public final class Population {
  private final Map<String, String> owners = new LinkedHashMap<>();
  private final List<WorkspaceMember> members = new ArrayList<>();

  /// Five workspaces are enough to have one on each of four partitions.
  ///
  /// @param workspaces how many, each with the given number of members
  public static Population settle(URI api, String operatorToken, int workspaces, int members) {
    Population population = new Population();
    for (int w = 0; w < workspaces; w++) {
      population.found(api, operatorToken, "ws_f" + w, members);
    }
    return population;
  }

  /// Creates one webhook for all events in each workspace.
  public void subscribe(URI api, String url) {
    owners
        .values()
        .forEach(
            owner ->
                RestClient.require(
                    api,
                    owner,
                    "POST",
                    "/api/v1/time/webhooks",
                    "{\"url\": \"%s\", \"events\": [\"*\"]}".formatted(url)));
  }

  private void found(URI api, String operatorToken, String workspace, int count) {
    String owner =
        RestClient.require(
                api,
                operatorToken,
                "POST",
                "/api/v1/workspaces",
                """
                {"id": "%s", "name": "Faults", "timezone": "Europe/Berlin",
                 "owner": {"id": "u_owner", "name": "Owner", "email": "owner@example.com"}}
                """
                    .formatted(workspace))
            .at("/token/secret")
            .asString();
    owners.put(workspace, owner);
    for (int m = 0; m < count; m++) {
      String id = "u_member" + m;
      RestClient.require(
          api,
          owner,
          "PUT",
          "/api/v1/members/" + id,
          """
          {"name": "M", "email": "m%d@example.com", "role": "member"}
          """
              .formatted(m));
      String token =
          RestClient.require(
                  api,
                  owner,
                  "POST",
                  "/api/v1/tokens",
                  """
                  {"user_id": "%s", "name": "faults"}
                  """
                      .formatted(id))
              .path("secret")
              .asString();
      members.add(new WorkspaceMember(workspace, id, token));
    }
  }

  List<WorkspaceMember> members() {
    return List.copyOf(members);
  }

  /// Tokens of the owners by workspace.
  public Map<String, String> owners() {
    return Map.copyOf(owners);
  }
}
