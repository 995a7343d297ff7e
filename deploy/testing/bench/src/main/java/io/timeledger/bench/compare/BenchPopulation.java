package io.timeledger.bench.compare;

import io.timeledger.harness.rest.RestClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

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

  static List<BenchAccount> settle(URI api, String operatorToken) {
    List<String> owners = new ArrayList<>();
    for (int w = 0; w < WORKSPACES; w++) {
      owners.add(
          RestClient.require(
                  api,
                  operatorToken,
                  "POST",
                  "/api/v1/workspaces",
                  """
                  {"id": "ws_bench%d", "name": "Bench", "owner": {"id": "u_owner",
                   "name": "Owner", "email": "owner@bench.example"}}
                  """
                      .formatted(w))
              .at("/token/secret")
              .asString());
    }
    List<BenchAccount> accounts = new ArrayList<>();
    for (int m = 0; m < MEMBERS; m++) {
      for (int w = 0; w < WORKSPACES; w++) {
        accounts.add(new BenchAccount("ws_bench" + w, member(api, owners.get(w), m)));
      }
    }
    return accounts;
  }

  private static String member(URI api, String owner, int number) {
    String id = "u_member" + number;
    RestClient.require(
        api,
        owner,
        "PUT",
        "/api/v1/members/" + id,
        """
        {"name": "Member", "email": "m%d@bench.example", "role": "member"}
        """
            .formatted(number));
    return RestClient.require(
            api,
            owner,
            "POST",
            "/api/v1/tokens",
            """
            {"user_id": "%s", "name": "bench"}
            """
                .formatted(id))
        .path("secret")
        .asString();
  }
}
