package io.timeledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedListenersTest {
  @TempDir private Path folder;

  @Test
  void areTwoOfASingleBrokerWhichIsTheAdministrator() {
    KafkaLogins logins = new KafkaLogins(folder);

    Map<String, Object> settings = new BrokerDoors.Locked(logins).settings();

    assertThat(settings)
        .containsEntry(
            "listener.security.protocol.map", "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT")
        .containsEntry("listener.name.clients.sasl.enabled.mechanisms", "SCRAM-SHA-512")
        .containsEntry(
            "listener.name.clients.scram-sha-512.sasl.jaas.config", logins.module("admin"))
        .containsEntry("listener.name.controller.sasl.enabled.mechanisms", "PLAIN")
        .containsEntry(
            "listener.name.controller.plain.sasl.jaas.config", logins.plainModule("admin"))
        .containsEntry("super.users", "User:admin");
  }

  @Test
  void areThreeOfEachOfSeveralBrokersWhichHaveAUserOfTheirOwn() {
    KafkaLogins logins = new KafkaLogins(folder);

    Map<String, Object> settings = new ClusterAccess.Locked(logins).settings();

    assertThat(settings)
        .containsEntry(
            "listener.security.protocol.map",
            "BROKERS:SASL_PLAINTEXT,CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT")
        .containsEntry(
            "listener.name.clients.scram-sha-512.sasl.jaas.config", KafkaLogins.MODULE + ";")
        .containsEntry(
            "listener.name.brokers.scram-sha-512.sasl.jaas.config", logins.module("broker"))
        .containsEntry(
            "listener.name.controller.plain.sasl.jaas.config", logins.plainModule("broker"))
        .containsEntry("super.users", "User:admin;User:broker");
  }
}
