package io.timeledger.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.stream.Collectors.joining;

import io.timeledger.schemas.kafka.KafkaUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;

/// The credentials of a locked broker's users, in files that only their owner can read. Brokers of
/// one cluster share the folder.
public record KafkaLogins(Path folder) {
  /// Brokers and administrators: superuser of the authorizer.
  static final String ADMINISTRATOR = "admin";

  static final String MECHANISM = "SCRAM-SHA-512";

  /// Settings of the user's Kafka clients.
  public Map<String, Object> of(KafkaUser user) {
    return settings(user.userName());
  }

  public Map<String, Object> administrator() {
    return settings(ADMINISTRATOR);
  }

  /// The same settings as a file, for `timeledger.kafka.properties-file`.
  public Path file(KafkaUser user) {
    return file(user.userName());
  }

  public Path administratorFile() {
    return file(ADMINISTRATOR);
  }

  /// The password, for clients not in Java.
  public String password(KafkaUser user) {
    return password(user.userName());
  }

  String password(String user) {
    return Password.in(inFolder(user + ".password"));
  }

  String module(String user) {
    // hexadecimal, so nothing needs quoting
    return "org.apache.kafka.common.security.scram.ScramLoginModule required"
        + " username=\"%s\" password=\"%s\";".formatted(user, password(user));
  }

  private Map<String, Object> settings(String user) {
    return new TreeMap<>(
        Map.of(
            "security.protocol",
            "SASL_PLAINTEXT",
            "sasl.mechanism",
            MECHANISM,
            "sasl.jaas.config",
            module(user)));
  }

  private Path file(String user) {
    var text =
        settings(user).entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
            .collect(joining());
    var file = inFolder(user + ".properties");
    try {
      var written =
          Files.createTempFile(
              folder,
              user,
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(written, text);
      return Files.move(written, file, ATOMIC_MOVE, REPLACE_EXISTING).toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException("write " + file, e);
    }
  }

  private Path inFolder(String name) {
    try {
      return Files.createDirectories(folder).resolve(name);
    } catch (IOException e) {
      throw new UncheckedIOException("create " + folder, e);
    }
  }
}
