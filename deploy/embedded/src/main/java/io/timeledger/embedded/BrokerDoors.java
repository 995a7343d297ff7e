package io.timeledger.embedded;

import io.timeledger.schemas.kafka.KafkaUser;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.message.AlterUserScramCredentialsRequestData;
import org.apache.kafka.common.message.AlterUserScramCredentialsRequestData.ScramCredentialUpsertion;
import org.apache.kafka.common.security.scram.internals.ScramFormatter;
import org.apache.kafka.common.security.scram.internals.ScramMechanism;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;

/// Access to a broker's listeners: open, or limited to the platform's users, each with its own
/// permissions.
sealed interface BrokerDoors {

  /// Settings of listeners and authorization.
  Map<String, Object> settings();

  /// The broker checks no permissions.
  record Open() implements BrokerDoors {
    @Override
    public Map<String, Object> settings() {
      return Map.of(
          "listener.security.protocol.map",
          BrokerSettings.CLIENT_LISTENER
              + ":PLAINTEXT,"
              + BrokerSettings.CONTROLLER_LISTENER
              + ":PLAINTEXT");
    }
  }

  /// A [KafkaUser] authenticates by SCRAM and has the rights of its ACLs; the administrator has all
  /// rights. Controllers cannot check SCRAM: brokers authenticate there with a plain password.
  record Locked(KafkaLogins logins) implements BrokerDoors {
    private static final int ITERATIONS = 4096;
    private static final int SALT_BYTES = 16;

    @Override
    public Map<String, Object> settings() {
      var administrator = KafkaLogins.ADMINISTRATOR;
      var clients = "listener.name." + BrokerSettings.CLIENT_LISTENER.toLowerCase(Locale.ROOT);
      var controller =
          "listener.name." + BrokerSettings.CONTROLLER_LISTENER.toLowerCase(Locale.ROOT);
      return Map.ofEntries(
          Map.entry(
              "listener.security.protocol.map",
              BrokerSettings.CLIENT_LISTENER
                  + ":SASL_PLAINTEXT,"
                  + BrokerSettings.CONTROLLER_LISTENER
                  + ":SASL_PLAINTEXT"),
          Map.entry(clients + ".sasl.enabled.mechanisms", KafkaLogins.MECHANISM),
          Map.entry(clients + ".scram-sha-512.sasl.jaas.config", logins.module(administrator)),
          Map.entry("sasl.mechanism.inter.broker.protocol", KafkaLogins.MECHANISM),
          Map.entry(controller + ".sasl.enabled.mechanisms", "PLAIN"),
          Map.entry(controller + ".plain.sasl.jaas.config", logins.plainModule(administrator)),
          Map.entry("sasl.mechanism.controller.protocol", "PLAIN"),
          Map.entry("authorizer.class.name", StandardAuthorizer.class.getName()),
          Map.entry("super.users", "User:" + administrator));
    }

    /// All credentials, for the controller's log.
    AlterUserScramCredentialsRequestData credentials() {
      var request = new AlterUserScramCredentialsRequestData();
      Stream.concat(
              Stream.of(KafkaLogins.ADMINISTRATOR),
              Arrays.stream(KafkaUser.values()).map(KafkaUser::userName))
          .forEach(user -> request.upsertions().add(credential(user)));
      return request;
    }

    List<AclBinding> acls() {
      return Arrays.stream(KafkaUser.values()).flatMap(user -> user.acls().stream()).toList();
    }

    private ScramCredentialUpsertion credential(String user) {
      var salt = new byte[SALT_BYTES];
      new SecureRandom().nextBytes(salt);
      try {
        return new ScramCredentialUpsertion()
            .setName(user)
            .setMechanism(ScramMechanism.SCRAM_SHA_512.type())
            .setIterations(ITERATIONS)
            .setSalt(salt)
            .setSaltedPassword(
                new ScramFormatter(ScramMechanism.SCRAM_SHA_512)
                    .saltedPassword(logins.password(user), salt, ITERATIONS));
      } catch (NoSuchAlgorithmException | InvalidKeyException e) {
        throw new IllegalStateException("credential of " + user, e);
      }
    }
  }
}
