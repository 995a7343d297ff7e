package io.timeledger.acceptance.calendar;

import io.timeledger.harness.rest.RestClient;
import io.timeledger.harness.rest.RestClient.Answer;
import io.timeledger.twin.script.PrivateMeeting;
import io.timeledger.twin.script.RandomChanges;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// The owner of meetings at the provider: changes them there, and converts and dismisses the blocks
/// that come of them.
final class MeetingOwner implements Runnable {
  private static final String BLOCKS = "/api/v1/time/calendar/blocks";

  /// Says all itself, so that no rule of entries refuses what a meeting happens to be.
  private static final String CONVERSION =
      """
      {"description": "Converted", "started_at": "2026-06-01T08:00:00Z",
       "ended_at": "2026-06-01T09:00:00Z", "timezone": "UTC", "billable": false}
      """;

  private static final int MEETINGS = 12;
  private static final int LONGEST_THOUGHT_MILLIS = 3000;
  private static final int PAUSE_MILLIS = 250;

  private final CalendarTraffic traffic;
  private final String workspace;
  private final TrialMember member;
  private final List<URI> apis;
  private final Random random;
  private final RandomChanges changes;
  private final PrivateMeeting secret;
  private int number;

  MeetingOwner(
      CalendarTraffic traffic, String workspace, TrialMember member, List<URI> apis, long seed) {
    this.traffic = traffic;
    this.workspace = workspace;
    this.member = member;
    this.apis = apis;
    this.random = new Random(seed);
    this.changes = new RandomChanges(traffic.twin(), member.accounts(), seed);
    this.secret = PrivateMeeting.create(traffic.twin(), member.accounts().getFirst());
    changes.fill(MEETINGS);
  }

  @Override
  public void run() {
    while (traffic.isGoing() && pause(random.nextInt(LONGEST_THOUGHT_MILLIS))) {
      int dice = random.nextInt(10);
      if (dice < 5) {
        changes.next();
      } else if (dice == 5) {
        secret.move(random);
      } else {
        block().ifPresent(dice < 9 ? this::convertTwice : this::dismiss);
      }
    }
  }

  /// Any block, converted or not.
  private Optional<String> block() {
    Answer answer = RestClient.send(api(), token(), "GET", BLOCKS, "", Map.of());
    List<String> ids = new ArrayList<>();
    for (JsonNode block : answer.data()) {
      ids.add(block.path("id").asString(""));
    }
    return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
  }

  /// At the same time, as by two clicks.
  private void convertTwice(String block) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> clicks = new ArrayList<>();
      for (int click = 0; click < 2; click++) {
        String key = "%s-%d-%d".formatted(workspace, number++, click);
        clicks.add(threads.submit(() -> convert(block, key)));
      }
      Finished.all(clicks);
    }
  }

  private void convert(String block, String key) {
    Answer answer = post(block + "/convert", key, CONVERSION);
    while (!answer.isFinal() && traffic.isPatient() && pause(PAUSE_MILLIS)) {
      answer = post(block + "/convert", key, CONVERSION);
    }
    String entry = answer.data().path("id").asString("");
    traffic.add(new AnsweredConversion(workspace, block, answer.status(), entry));
  }

  private void dismiss(String block) {
    post(block + "/dismiss", workspace + "-" + number++, "{}");
  }

  private Answer post(String path, String key, String body) {
    Map<String, String> headers = Map.of("Idempotency-Key", key);
    return RestClient.send(api(), token(), "POST", BLOCKS + "/" + path, body, headers);
  }

  private synchronized URI api() {
    return apis.get(random.nextInt(apis.size()));
  }

  private String token() {
    return member.session().token();
  }

  private static boolean pause(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
