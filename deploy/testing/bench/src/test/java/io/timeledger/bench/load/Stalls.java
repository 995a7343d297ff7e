package io.timeledger.bench.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/// What Gatling does to the server at `stalls.url`: 200 users a second with one request each,
/// whether earlier ones were answered or not.
public final class Stalls extends Simulation {
  static final int RATE = 200;
  static final Duration TIME = Duration.ofSeconds(10);

  public Stalls() {
    setUp(
        scenario("stalls")
            .exec(http("post").post("/").body(StringBody("x")).check(status().is(204)))
            .injectOpen(constantUsersPerSec(RATE).during(TIME))
            .protocols(http.baseUrl(System.getProperty("stalls.url")).shareConnections()));
  }
}
