package io.timeledger.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A self-signed certificate that the brokers of a cluster share, in a folder of its own.
public record BrokerCertificate(Path folder) {
  private static final String DAYS = "30";

  /// Makes a key and its certificate with the JDK's keytool.
  ///
  /// @param folder is created
  /// @param hosts of the brokers, besides 127.0.0.1
  public static BrokerCertificate create(Path folder, List<String> hosts) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("create " + folder, e);
    }
    var certificate = new BrokerCertificate(folder.toAbsolutePath());
    var _ = certificate.password();
    var names = new StringBuilder("san=ip:127.0.0.1");
    hosts.forEach(host -> names.append(",dns:").append(host));
    certificate.keytool(
        "-genkeypair",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=broker",
        "-ext",
        names.toString(),
        "-validity",
        DAYS,
        "-storetype",
        "PKCS12");
    certificate.keytool("-exportcert", "-rfc", "-file", certificate.trusted().toString());
    return certificate;
  }

  /// Settings of the brokers, for all listeners.
  Map<String, Object> brokerSettings() {
    return Map.of(
        "ssl.keystore.type", "PKCS12",
        "ssl.keystore.location", keyStore().toString(),
        "ssl.keystore.password", password(),
        "ssl.truststore.type", "PEM",
        "ssl.truststore.location", trusted().toString());
  }

  /// Settings of clients that trust no other certificate.
  Map<String, Object> clientSettings() {
    return Map.of("ssl.truststore.type", "PEM", "ssl.truststore.location", trusted().toString());
  }

  private Path keyStore() {
    return folder.resolve("broker.p12");
  }

  /// The certificate alone, as a PEM file.
  public Path trusted() {
    return folder.resolve("broker.pem");
  }

  private Path passwordFile() {
    return folder.resolve("password");
  }

  private String password() {
    return Password.in(passwordFile());
  }

  private void keytool(String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    // in a file: other users see a command's arguments
    command.addAll(
        List.of(
            "-alias",
            "broker",
            "-keystore",
            keyStore().toString(),
            "-storepass:file",
            passwordFile().toString()));
    var result = new CommandRunner(List.of()).run(command);
    if (!result.succeeded()) {
      throw new IllegalStateException("keytool failed: " + result.output());
    }
  }
}
