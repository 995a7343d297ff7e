package io.timeledger.bench.compare;

import io.timeledger.schemas.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Workspaces with members, the same for every system; for Timeledger created over REST.
final class BenchPopulation {
  private static final int WORKSPACES = 8;
  private static final int MEMBERS = 12;

  private BenchPopulation() {}

  static List<BenchAccount> ofCrud() {
    List<BenchAccount> accounts = new ArrayList<>();
    for (int m = 0; m < MEMBERS; m++) {
      for (int w = 0; w < WORKSPACES; w++) {
        accounts.add(
            new BenchAccount("ws_crud" + w, io.timeledger.bench.crud.Accounts.token(w, m)));
      }
    }
    return accounts;
  }

  static List<BenchAccount> settle(URI api) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      List<String> owners = new ArrayList<>();
      for (int w = 0; w < WORKSPACES; w++) {
        owners.add(
            send(
                    http,
                    "POST",
                    api.resolve("/api/v1/workspaces"),
                    BenchCluster.OPERATOR_TOKEN,
                    """
                    {"id": "ws_bench%d", "name": "Bench", "owner": {"id": "u_owner",
                     "name": "Owner", "email": "owner@bench.example"}}
                    """
                        .formatted(w))
                .at("/data/token/secret")
                .asString());
      }
      List<BenchAccount> accounts = new ArrayList<>();
      for (int m = 0; m < MEMBERS; m++) {
        for (int w = 0; w < WORKSPACES; w++) {
          accounts.add(new BenchAccount("ws_bench" + w, member(http, api, owners.get(w), m)));
        }
      }
      return accounts;
    }
  }

  private static String member(HttpClient http, URI api, String owner, int number)
      throws IOException, InterruptedException {
    String id = "u_member" + number;
    send(
        http,
        "PUT",
        api.resolve("/api/v1/members/" + id),
        owner,
        """
        {"name": "Member", "email": "m%d@bench.example", "role": "member"}
        """
            .formatted(number));
    return send(
            http,
            "POST",
            api.resolve("/api/v1/tokens"),
            owner,
            """
            {"user_id": "%s", "name": "bench"}
            """
                .formatted(id))
        .at("/data/secret")
        .asString();
  }

  private static JsonNode send(HttpClient http, String method, URI to, String token, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(to)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          "%s: status %d: %s".formatted(to, answer.statusCode(), answer.body()));
    }
    return Json.MAPPER.readTree(answer.body());
  }
}
