package io.timeledger.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every example of the document, of a body or a parameter, is sent to the platform and accepted:
/// all in one new workspace, in the order of the Postman collection.
class ExamplesIT {
  private static final Pattern MADE = Pattern.compile("([a-z]+)_[0-9A-HJKMNP-TV-Z]{26}");
  private static final Pattern FEED = Pattern.compile("/feed/([^/]+)[.]ics");
  private static final Pattern PARTLY = Pattern.compile("\"failed\":[1-9]|\"status\":\"refused\"");
  private static final String ENDLESS = "GET::/api/v1/changes/stream";
  /// Need a provider.
  private static final Set<String> PROVIDERS =
      Set.of(
          "createCalendarAuthorization",
          "finishCalendarAuthorization",
          "reportGoogleChange",
          "reportMicrosoftChange");

  /// Need a browser, and a code that nobody has used yet.
  private static final Set<String> SESSIONS =
      Set.of("openSession", "previewLogin", "renewSession", "endSession");

  private static final String JSON = "application/json";
  private static final String REST = "GET::/api/v1/changes";

  /// What must be done for an example to be true.
  private static final Map<String, List<String>> BEFORE =
      Map.of(
          "batchTimeEntries", List.of("createTimeEntry"),
          "discardTimer", List.of("startTimer"),
          "rejectTimesheet", List.of("submitTimesheet"),
          "approveTimesheet", List.of("submitTimesheet"),
          "approveTimesheets", List.of("submitTimesheet"),
          "syncCalendarConnection", List.of("createCalendarConnection"),
          "getCalendarRule", List.of("putCalendarRule"),
          "readFeed", List.of("createFeed"));

  private final LocalPlatform platform = LocalPlatform.shared();
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonNode document = Document.json(Document.TODAY);
  private final Map<String, String> made = new HashMap<>();
  private final List<String> refused = new ArrayList<>();
  private String token = platform.operatorToken();
  private int sent;

  @Test
  void areAccepted() throws IOException, InterruptedException {
    List<Operation> operations = operations();
    Map<String, Operation> byId = new HashMap<>();
    operations.forEach(operation -> byId.put(operation.id(), operation));
    for (Operation operation : operations) {
      for (String needed : BEFORE.getOrDefault(operation.id(), List.of())) {
        send(Objects.requireNonNull(byId.get(needed), needed));
      }
      if (operation.id().equals("listBlocks")) {
        connectCalendar();
      }
      send(operation);
      if (operation.id().equals("createWorkspace")) {
        // Nobody else is there to approve.
        String settings = "/api/v1/time/settings";
        send("PATCH", settings, JSON, "{\"allow_self_approval\": true}");
      }
    }

    assertThat(refused).isEmpty();
    assertThat(sent).isGreaterThan(100);
  }

  /// So that there are blocks, of last week.
  private void connectCalendar() throws IOException, InterruptedException {
    send(
        "POST",
        "/api/v1/time/calendar/connections",
        JSON,
        "{\"provider\": \"ics\", \"url\": \"%s\"}".formatted(platform.calendarUrl()));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String blocks =
        "/api/v1/time/calendar/blocks?from=%s&to=%s"
            .formatted(today.minusDays(7), today.minusDays(1));
    Instant deadline = Instant.now().plusSeconds(60);
    while (!made.containsKey("blk")) {
      assertThat(Instant.now()).isBefore(deadline);
      send("GET", blocks, null, "");
    }
  }

  private record Operation(String method, String path, JsonNode description) {
    String id() {
      return description.required("operationId").asString();
    }

    String key() {
      return method + "::" + path;
    }
  }

  /// What the collection does not order needs nothing, and comes before all is undone.
  private List<Operation> operations() throws IOException {
    List<String> order =
        JsonMapper.shared()
            .readTree(Files.readString(Path.of("src/node/portman.json")))
            .at("/globals/orderOfOperations")
            .valueStream()
            .map(JsonNode::asString)
            .toList();
    List<Operation> operations = new ArrayList<>();
    document
        .required("paths")
        .forEachEntry(
            (path, item) ->
                item.forEachEntry(
                    (method, operation) ->
                        operations.add(
                            new Operation(method.toUpperCase(Locale.ROOT), path, operation))));
    operations.removeIf(
        operation ->
            operation.key().equals(ENDLESS)
                || PROVIDERS.contains(operation.id())
                || SESSIONS.contains(operation.id()));
    operations.sort(
        Comparator.comparingDouble(
            operation ->
                order.contains(operation.key())
                    ? order.indexOf(operation.key())
                    : order.indexOf(REST) - 0.5));
    return operations;
  }

  private void send(Operation operation) throws IOException, InterruptedException {
    String path = operation.path();
    List<String> query = new ArrayList<>();
    for (JsonNode given : operation.description().path("parameters")) {
      JsonNode parameter = resolved(given);
      String name = parameter.required("name").asString();
      if (parameter.has("example")) {
        String value = URLEncoder.encode(parameter.required("example").asString(), UTF_8);
        switch (parameter.required("in").asString()) {
          case "path" -> path = path.replace("{" + name + "}", value);
          case "query" -> query.add(name + "=" + value);
          default -> throw new AssertionError(operation.key() + ": an example of " + name);
        }
      }
    }
    assertThat(path).as("every part of a path has an example").doesNotContain("{");
    String target = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    JsonNode bodies = operation.description().at("/requestBody/content");
    if (bodies.isEmpty()) {
      send(operation.method(), target, null, "");
    }
    for (Map.Entry<String, JsonNode> body : bodies.properties()) {
      JsonNode example = body.getValue().required("example");
      String text = example.isString() ? example.asString() : example.toString();
      send(operation.method(), target, body.getKey(), text);
    }
  }

  private void send(String method, String target, @Nullable String type, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(platform.url().resolve(real(target)))
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofString(real(today(body))));
    if (type != null) {
      request.header("Content-Type", type);
    }
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    sent++;
    if (answer.statusCode() / 100 != 2 || PARTLY.matcher(answer.body()).find()) {
      refused.add("%s %s %s -> %s".formatted(method, real(target), body, answer.body()));
    } else if (answer.headers().firstValue("Content-Type").orElse("").contains("/json")) {
      remember(JsonMapper.shared().readTree(answer.body()));
    }
  }

  /// Ids that the platform makes stand in the document as they look; the last one made is meant.
  private String real(String text) {
    Matcher feed = FEED.matcher(text);
    if (feed.find()) {
      return text.replace(feed.group(1), made.getOrDefault("feed", feed.group(1)));
    }
    return MADE.matcher(text)
        .replaceAll((MatchResult id) -> made.getOrDefault(id.group(1), id.group()));
  }

  /// Activity is taken for 60 days.
  private static String today(String body) {
    Instant slot = Instant.ofEpochSecond(Instant.now().getEpochSecond() / 600 * 600);
    return body.replace("2026-04-29T08:20:00Z", slot.toString())
        .replace("2026-04-29T08:25:00Z", slot.plusSeconds(300).toString());
  }

  private void remember(JsonNode answer) {
    for (String pointer :
        List.of(
            "/data/id",
            "/data/0/id",
            "/data/timesheet_id",
            "/data/lines/0/id",
            "/data/0/command_id")) {
      String id = answer.at(pointer).asString("");
      String kind = id.replaceFirst("_.*", "");
      if (kind.equals("ts") || kind.equals("blk")) {
        // Of the first entry; a timer's is another.
        made.putIfAbsent(kind, id);
      } else if (!pointer.equals("/data/0/id")
          && (MADE.matcher(id).matches() || kind.equals("cmd"))) {
        // Of a list only blocks: they are made by nobody who asks.
        made.put(kind, id);
      }
    }
    token = answer.at("/data/token/secret").asString(token);
    Matcher feed = FEED.matcher(answer.at("/data/url").asString(""));
    if (feed.find()) {
      made.put("feed", feed.group(1));
    }
  }

  private JsonNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isMissingNode() ? node : document.at(reference.asString().substring(1));
  }
}
