package io.timeledger.ingest.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// Reads server-sent events as a browser would.
public final class EventReader implements AutoCloseable {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final InputStream body;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean broken;
  private volatile long id;
  private volatile long begin;

  /// An event with its id.
  public record Event(long id, JsonNode data) {}

  private EventReader(InputStream body) {
    this.body = body;
    Thread.ofVirtual().start(this::read);
  }

  public static EventReader open(ApiClient client, String path, String... headers) {
    return open(
        HttpRequest.newBuilder(client.base().resolve(path))
            .header("Authorization", "Bearer " + client.token()),
        headers);
  }

  /// By the cookie of a session.
  public static EventReader open(Browser browser, String path) {
    return open(HttpRequest.newBuilder(browser.client().base().resolve(path)), browser.headers());
  }

  private static EventReader open(HttpRequest.Builder request, String... headers) {
    request.timeout(PATIENCE);
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      HttpResponse<InputStream> response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        throw new AssertionError("status: " + response.statusCode());
      }
      EventReader reader = new EventReader(response.body());
      reader.begin();
      return reader;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// The id that came before any event.
  public long begin() {
    try {
      if (!begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("not begun");
      }
      return begin;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public Event next() {
    try {
      return Objects.requireNonNull(
          events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS), "no event in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Whether the server ends the stream, and does not just break it off.
  public boolean endsWithin(Duration patience) {
    try {
      return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS) && !broken;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          id = Long.parseLong(line.substring(4));
        } else if (line.startsWith("data: ")) {
          events.add(new Event(id, Json.MAPPER.readTree(line.substring(6))));
        } else if (line.isEmpty() && begun.getCount() > 0) {
          begin = id;
          begun.countDown();
        }
      }
    } catch (IOException e) {
      broken = true;
    } finally {
      ended.countDown();
    }
  }
}
