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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The credentials of a locked broker's users, in files that only their owner can read. Brokers of
/// one cluster share the folder.
///
/// @param certificate of brokers that encrypt connections
public record KafkaLogins(Path folder, Optional<BrokerCertificate> certificate) {
  /// Administrators, and the only broker: superuser of the authorizer.
  static final String ADMINISTRATOR = "admin";

  /// Each broker of several: superuser of the authorizer.
  static final String BROKER = "broker";

  static final String MECHANISM = "SCRAM-SHA-512";
  static final String MODULE = "org.apache.kafka.common.security.scram.ScramLoginModule required";

  /// For brokers that do not encrypt connections.
  public KafkaLogins(Path folder) {
    this(folder, Optional.empty());
  }

  /// For clients that trust this certificate and no other.
  public KafkaLogins trusting(BrokerCertificate brokers) {
    return new KafkaLogins(folder, Optional.of(brokers));
  }

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
    return MODULE + " username=\"%s\" password=\"%s\";".formatted(user, password(user));
  }

  /// Of a listener on which this user alone authenticates, with a plain password.
  String plainModule(String user) {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required"
        + " username=\"%1$s\" password=\"%2$s\" user_%1$s=\"%2$s\";"
            .formatted(user, password(user));
  }

  String protocol() {
    return certificate.isPresent() ? "SASL_SSL" : "SASL_PLAINTEXT";
  }

  /// All users, as arguments of Kafka's formatter. Generates passwords that do not exist.
  List<String> scramArguments() {
    return Stream.concat(
            Stream.of(ADMINISTRATOR, BROKER),
            Arrays.stream(KafkaUser.values()).map(KafkaUser::userName))
        .map(user -> "%s=[name=%s,password=%s]".formatted(MECHANISM, user, password(user)))
        .toList();
  }

  private Map<String, Object> settings(String user) {
    var settings = new TreeMap<String, Object>();
    settings.put("security.protocol", protocol());
    settings.put("sasl.mechanism", MECHANISM);
    settings.put("sasl.jaas.config", module(user));
    certificate.map(BrokerCertificate::clientSettings).ifPresent(settings::putAll);
    return settings;
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
