package io.timeledger.local;

import io.timeledger.embedded.EmbeddedKafka;
import io.timeledger.embedded.EmbeddedPostgres;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// How to reach every part of the running platform, as the variables of `local.env`.
record Connection(Map<String, String> variables) {

  static Connection of(URI url, Tokens tokens, EmbeddedKafka kafka, EmbeddedPostgres postgres) {
    var variables = new LinkedHashMap<String, String>();
    variables.put("TIMELEDGER_URL", url.toString());
    variables.put("TIMELEDGER_WORKSPACE", DemoWorkspace.ID);
    variables.put("TIMELEDGER_TOKEN", tokens.admin().orElseThrow());
    variables.put("TIMELEDGER_MEMBER_TOKEN", tokens.member().orElseThrow());
    variables.put("TIMELEDGER_OPERATOR_TOKEN", tokens.operator());
    variables.put("KAFKA_BOOTSTRAP", kafka.bootstrapServers());
    variables.put("JDBC_URL", postgres.jdbcUrl());
    variables.put("JDBC_USER", postgres.username());
    variables.put("JDBC_PASSWORD", postgres.password());
    variables.put(
        "DATABASE_URL",
        "postgresql://%s:%s@127.0.0.1:%d/%s"
            .formatted(
                postgres.username(),
                postgres.password(),
                postgres.port(),
                EmbeddedPostgres.DATABASE));
    return new Connection(variables);
  }

  String get(String name) {
    var value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name);
    }
    return value;
  }

  /// For `. local.env` in any POSIX shell.
  String environment() {
    return variables.entrySet().stream()
        .map(it -> "%s='%s'\n".formatted(it.getKey(), it.getValue().replace("'", "'\\''")))
        .collect(Collectors.joining());
  }
}
