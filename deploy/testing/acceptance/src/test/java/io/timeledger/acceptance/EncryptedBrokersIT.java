package io.timeledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.embedded.BrokerCertificate;
import io.timeledger.harness.AotCacheBuilder;
import io.timeledger.harness.Cluster;
import io.timeledger.harness.JavaCommands;
import io.timeledger.harness.Poll;
import io.timeledger.harness.ServiceProcess;
import io.timeledger.harness.rest.RestClient.Answer;
import io.timeledger.harness.rest.RestSession;
import io.timeledger.harness.webhook.Receiver;
import io.timeledger.harness.webhook.ReceiverBehavior;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Three brokers that authenticate and authorize clients, brokers and controllers over TLS.
class EncryptedBrokersIT {
  private static final String HOOKS = "/api/v1/time/webhooks";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void serveServicesThatTrustTheirCertificateAndNoOthers(
      @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
    try (Cluster cluster = start(folder);
        Receiver receiver = new Receiver(1, _ -> ReceiverBehavior.OK)) {
      deliversAnEvent(cluster, receiver);

      Path trusted = new BrokerCertificate(cluster.folder().resolve("certificate")).trusted();
      byte[] right = Files.readAllBytes(trusted);
      restartWith(cluster, Files.readAllBytes(otherCertificate(folder)), trusted);
      assertThat(cluster.services()).hasSize(3).allSatisfy(EncryptedBrokersIT::refusesTheBrokers);

      restartWith(cluster, right, trusted);
      cluster.services().forEach(Cluster::awaitReady);
    }
  }

  private static Cluster start(Path folder) {
    return Cluster.of(AotCacheBuilder.of(JavaCommands.folder()))
        .brokers(3)
        .streams(1)
        .apis(1)
        .dispatchers(1)
        .proxied()
        .encrypted()
        .shortLived()
        .start(folder.resolve("cluster"));
  }

  private static void deliversAnEvent(Cluster cluster, Receiver receiver) {
    RestSession api =
        RestSession.ofNewWorkspace(
            cluster.urls().getFirst(), cluster.operatorToken(), "ws_encrypted");
    Answer hook =
        api.post(
            HOOKS, "{\"url\": \"%s\", \"events\": [\"*\"]}".formatted(receiver.url(0, "/hook")));
    assertThat(hook.status()).as(hook.body().toString()).isEqualTo(201);
    Answer entry = api.post("/api/v1/time-entries", "{\"log_date\": \"2026-06-15\", \"hours\": 1}");
    assertThat(entry.status()).as(entry.body().toString()).isEqualTo(201);
    assertThat(Poll.until(PATIENCE, () -> receiver.visitsSoFar() > 0)).isTrue();
  }

  private static Path otherCertificate(Path folder) {
    return BrokerCertificate.create(folder.resolve("other"), List.of("broker-1")).trusted();
  }

  private static void restartWith(Cluster cluster, byte[] certificate, Path trusted)
      throws IOException {
    cluster.services().forEach(ServiceProcess::kill);
    Path next = trusted.resolveSibling("next");
    Files.write(next, certificate);
    Files.move(next, trusted, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    cluster.services().forEach(ServiceProcess::start);
  }

  private static void refusesTheBrokers(ServiceProcess service) {
    assertThat(Poll.until(PATIENCE, () -> service.output().contains("SSL handshake failed")))
        .as(service.name())
        .isTrue();
    assertThat(service.status(service.management("/health/ready"))).isNotEqualTo(200);
  }
}
