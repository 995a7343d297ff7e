package io.timeledger.local;

import io.timeledger.schemas.kafka.KafkaUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Addresses and credentials of the running platform, as the variables of `local.env`.
public record LocalEnvironment(Map<String, String> variables) {

  private static final Pattern LINE = Pattern.compile("(\\w+)='(.*)'");

  static LocalEnvironment of(
      URI url,
      InstallationTokens tokens,
      Servers servers,
      URI calendar,
      URI twin,
      DataFolder data) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("TIMELEDGER_URL", url.toString());
    variables.put("TIMELEDGER_WORKSPACE", DemoWorkspace.ID);
    variables.put("TIMELEDGER_TOKEN", tokens.admin().orElseThrow());
    variables.put("TIMELEDGER_MEMBER_TOKEN", tokens.member().orElseThrow());
    variables.put("TIMELEDGER_OPERATOR_TOKEN", tokens.operator());
    variables.put("KAFKA_BOOTSTRAP", servers.kafka());
    variables.put("KAFKA_PROPERTIES", data.kafkaLogins().file(KafkaUser.BI).toString());
    variables.put("KAFKA_USER", KafkaUser.BI.userName());
    variables.put("KAFKA_PASSWORD", data.kafkaLogins().password(KafkaUser.BI));
    variables.put("JDBC_URL", servers.jdbcUrl());
    variables.put("JDBC_USER", servers.username());
    variables.put("JDBC_PASSWORD", servers.password());
    variables.put("DATABASE_URL", servers.psqlUrl());
    variables.put("BI_DATABASE_URL", servers.biUrl());
    variables.put("CALENDAR_URL", calendar.toString());
    variables.put("CALENDAR_TWIN", twin.toString());
    return new LocalEnvironment(variables);
  }

  /// What a platform wrote when it became ready; empty if none ever did.
  public static LocalEnvironment read(Path file) {
    Map<String, String> variables = new LinkedHashMap<>();
    if (Files.exists(file)) {
      try (Stream<String> lines = Files.lines(file)) {
        lines
            .map(LINE::matcher)
            .filter(Matcher::matches)
            .forEach(
                variable ->
                    variables.put(variable.group(1), variable.group(2).replace("'\\''", "'")));
      } catch (IOException e) {
        throw new UncheckedIOException("read " + file, e);
      }
    }
    return new LocalEnvironment(variables);
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  public String get(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException(name));
  }

  /// For `. local.env` in any POSIX shell.
  String environment() {
    return variables.entrySet().stream()
        .map(
            variable ->
                "%s='%s'\n".formatted(variable.getKey(), variable.getValue().replace("'", "'\\''")))
        .collect(Collectors.joining());
  }
}
