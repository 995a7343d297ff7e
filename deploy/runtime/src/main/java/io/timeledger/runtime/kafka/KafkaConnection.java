package io.timeledger.runtime.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The brokers' address and the service's credentials.
///
/// @param bootstrapServers `host:port`, several separated by commas
/// @param propertiesFile settings of Kafka's clients by Kafka's own names: TLS, SASL
public record KafkaConnection(
    @DefaultValue("127.0.0.1:9092") String bootstrapServers, @Nullable Path propertiesFile) {
  private static final String SETTING = "timeledger.kafka.properties-file: ";

  /// A connection without authentication.
  public static KafkaConnection to(String bootstrapServers) {
    return new KafkaConnection(bootstrapServers, null);
  }

  /// The base settings of all clients. The service overrides them where its guarantees depend on
  /// it, so that no file can break these.
  ///
  /// @throws IllegalArgumentException if the file cannot be read
  public Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    if (propertiesFile != null) {
      Properties read = read(propertiesFile);
      read.stringPropertyNames().forEach(name -> settings.put(name, read.getProperty(name)));
    }
    settings.put("bootstrap.servers", bootstrapServers);
    return settings;
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return properties;
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(SETTING + "there is no " + file.toAbsolutePath(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          SETTING + "cannot read " + file.toAbsolutePath() + ": " + e.getMessage(), e);
    }
  }
}
