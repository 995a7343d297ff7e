package io.timeledger.local;

import io.timeledger.embedded.EmbeddedPostgres;
import io.timeledger.embedded.Folders;
import io.timeledger.embedded.KafkaLogins;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files and folders of the platform on this machine, by name.
public record DataFolder(Path root) {
  /// The folder that the scripts name, as picocli's expression.
  public static final String DEFAULT = "${sys:timeledger.local.data:-deploy/local/data}";

  Path kafka() {
    return root.resolve("kafka");
  }

  KafkaLogins kafkaLogins() {
    return new KafkaLogins(kafka().resolve("logins"));
  }

  /// Settings of the services' Kafka clients.
  Path kafkaClients() {
    return kafka().resolve("clients");
  }

  Path postgres() {
    return root.resolve("postgres");
  }

  Path streamsState() {
    return root.resolve("streams-state");
  }

  Path ports() {
    return root.resolve("ports.properties");
  }

  Path tokens() {
    return root.resolve("tokens.properties");
  }

  Path secretsKey() {
    return root.resolve("secrets-key.properties");
  }

  Path calendar() {
    return root.resolve("calendar.ics");
  }

  /// Who signed in at the stand-in for Google and Microsoft.
  Path calendarTwin() {
    return root.resolve("calendar-twin.json");
  }

  public Path environment() {
    return root.resolve("local.env");
  }

  Path log() {
    return root.resolve("log").resolve("timeledger.log");
  }

  Path operateLog() {
    return root.resolve("log").resolve("operate.log");
  }

  /// Deletes what the platform wrote and nothing else: the user may have other files there.
  void empty() {
    EmbeddedPostgres.stopOrphan(postgres());
    Folders.delete(postgres());
    Folders.delete(kafka());
    Folders.delete(streamsState());
    try {
      Files.deleteIfExists(tokens());
      Files.deleteIfExists(secretsKey());
      Files.deleteIfExists(calendar());
      Files.deleteIfExists(calendarTwin());
      Files.deleteIfExists(environment());
      Files.deleteIfExists(ports());
    } catch (IOException e) {
      throw new UncheckedIOException("empty " + root, e);
    }
  }
}
