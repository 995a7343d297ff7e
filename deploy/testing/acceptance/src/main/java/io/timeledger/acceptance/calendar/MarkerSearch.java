package io.timeledger.acceptance.calendar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.timeledger.harness.Cluster;
import io.timeledger.harness.TopicDump;
import io.timeledger.harness.rest.RestClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/// Looks for a text wherever the platform writes.
public record MarkerSearch(Cluster cluster, String marker) {
  private static final String TABLES =
      """
      select format('%I.%I', schemaname, tablename) from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')
      """;
  private static final List<String> ANSWERS =
      List.of(
          "/api/v1/time/calendar/blocks",
          "/api/v1/time/calendar/connections",
          "/api/v1/time-entries",
          "/api/v1/audit");

  /// Topics, tables and logs that hold it, and answers to these.
  ///
  /// @param tokens of members
  public List<String> places(Iterable<String> tokens) {
    List<String> found = new ArrayList<>();
    for (String topic : topics()) {
      boolean holds =
          new TopicDump(cluster.kafkaSettings())
              .all(topic, message -> message.value() != null && holds(message.value())).stream()
                  .anyMatch(hit -> hit);
      add(found, "topic " + topic, holds);
    }
    CalendarRowsReader rows = new CalendarRowsReader(cluster);
    for (String table : rows.texts(TABLES)) {
      String count = "select count(*) from %s t where strpos(t::text, ?) > 0".formatted(table);
      add(found, "table " + table, rows.count(count, marker) != 0);
    }
    for (Path log : logs()) {
      add(found, "log " + log.getFileName(), holds(bytes(log)));
    }
    URI api = cluster.urls().getFirst();
    for (String token : tokens) {
      for (String path : ANSWERS) {
        String body = RestClient.send(api, token, "GET", path, "", Map.of()).body().toString();
        add(found, "answer to " + path, body.contains(marker));
      }
    }
    return found;
  }

  private static void add(List<String> found, String place, boolean holds) {
    if (holds) {
      found.add(place);
    }
  }

  private boolean holds(byte[] text) {
    return new String(text, ISO_8859_1).contains(marker);
  }

  private List<String> topics() {
    try (Admin admin = Admin.create(cluster.kafkaSettings())) {
      return List.copyOf(admin.listTopics().names().get(30, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<Path> logs() {
    try (Stream<Path> files = Files.list(cluster.folder())) {
      return files.filter(file -> file.toString().endsWith(".out")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
