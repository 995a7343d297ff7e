package io.timeledger.embedded;

import io.timeledger.schemas.kafka.KafkaUser;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.message.AlterUserScramCredentialsRequestData;
import org.apache.kafka.common.message.AlterUserScramCredentialsRequestData.ScramCredentialUpsertion;
import org.apache.kafka.common.security.scram.internals.ScramFormatter;
import org.apache.kafka.common.security.scram.internals.ScramMechanism;

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
  /// rights. The broker is the administrator.
  record Locked(KafkaLogins logins) implements BrokerDoors {
    private static final int ITERATIONS = 4096;
    private static final int SALT_BYTES = 16;

    @Override
    public Map<String, Object> settings() {
      String administrator = KafkaLogins.ADMINISTRATOR;
      return new LockedListeners(logins, BrokerSettings.CONTROLLER_LISTENER, administrator)
          .settings(Map.of(BrokerSettings.CLIENT_LISTENER, logins.module(administrator)));
    }

    /// All credentials, for the controller's log.
    AlterUserScramCredentialsRequestData credentials() {
      AlterUserScramCredentialsRequestData request = new AlterUserScramCredentialsRequestData();
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
      byte[] salt = new byte[SALT_BYTES];
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
