package io.timeledger.twin.script;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Random changes of one member's calendars, but for a [PrivateMeeting]. They follow from the seed
/// and the day.
public final class RandomChanges {
  private static final int MOST = 60;
  /// Of a hundred.
  private static final int CREATIONS = 30;
  private static final Duration FAR = Duration.ofDays(70);
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "UTC");
  private static final List<String> SHOWN =
      List.of("busy", "free", "tentative", "out_of_office", "elsewhere");
  private static final List<String> ANSWERS =
      List.of("accepted", "tentative", "declined", "none_yet");
  private static final List<String> VISIBILITIES = List.of("default", "private", "confidential");
  private static final List<String> TYPES =
      List.of("meeting", "focus_time", "out_of_office", "working_location");
  private static final String SHARED = "shared-";
  private static final String OTHER = "buyer@acme.example";

  private final TwinControl twin;
  private final List<TwinAccount> accounts;
  private final Random random;
  private final TrialDays days;
  private boolean onlyTimes;
  private int number;

  /// @param accounts of the member; a meeting may be in the first two
  public RandomChanges(TwinControl twin, List<TwinAccount> accounts, long seed) {
    this.twin = twin;
    this.accounts = List.copyOf(accounts);
    this.random = new Random(seed);
    this.days = TrialDays.of(random);
  }

  /// Changes nothing but which meetings there are, and when: each change of a block then shows in
  /// its public message.
  public RandomChanges onlyOfTimes() {
    onlyTimes = true;
    return this;
  }

  /// Creates meetings, more than those that come of a few changes.
  public void fill(int count) {
    for (int i = 0; i < count; i++) {
      number++;
      String created = create(pick(accounts), random.nextInt(CREATIONS));
      Objects.requireNonNull(created);
    }
  }

  /// One change.
  ///
  /// @return what it was, for the message of a failure
  public String next() {
    number++;
    TwinAccount account = pick(accounts);
    List<JsonNode> events = events(account);
    int dice = random.nextInt(100);
    if (events.isEmpty() || (dice < CREATIONS && events.size() < MOST)) {
      return create(account, dice);
    }
    if (dice >= 96) {
      return expire(account, dice);
    }
    return change(account, pick(events), Math.max(dice, CREATIONS));
  }

  private String create(TwinAccount account, int dice) {
    if (dice < 5) {
      LocalDate day = days.any();
      int length = 1 + random.nextInt(2);
      return created(
          account,
          titled(account, "Day")
              .put("start", day.toString())
              .put("end", day.plusDays(length).toString()));
    }
    if (dice < 12) {
      String zone = pick(ZONES);
      ObjectNode series = at(titled(account, "Series"), days.anyForSeries(), zone);
      int interval = 1 + random.nextInt(3);
      int count = 1 + random.nextInt(TrialDays.SERIES_DAYS / interval);
      return created(
          account,
          series.put("recurrence", "FREQ=DAILY;INTERVAL=%d;COUNT=%d".formatted(interval, count)));
    }
    if (dice < 16 && accounts.size() > 1 && !onlyTimes) {
      ObjectNode shared = at(titled(account, "Shared"), days.inside(), pick(ZONES));
      shared.put("uid", SHARED + "%d@acme.example".formatted(random.nextInt(1_000_000_000)));
      shared.put("organizer", OTHER).put("response", "accepted");
      for (TwinAccount copy : accounts.subList(0, 2)) {
        shared.setAll(copy.body());
        twin.create(shared);
      }
      return "in both " + shared;
    }
    ObjectNode single = at(titled(account, "Single"), days.any(), pick(ZONES));
    if (random.nextInt(3) == 0) {
      single.put("organizer", OTHER).put("response", pick(ANSWERS));
    }
    return created(
        account,
        single
            .put("visibility", pick(VISIBILITIES))
            .put("show_as", pick(SHOWN))
            .put("type", pick(TYPES)));
  }

  private String created(TwinAccount account, ObjectNode meeting) {
    twin.create(meeting);
    return "create " + account.provider() + " " + meeting;
  }

  private String expire(TwinAccount account, int dice) {
    // Microsoft rotates refresh tokens: a crash before the new one is stored costs a sign-in.
    if (dice < 98 || !account.isGoogle()) {
      twin.expireSyncTokens(account);
      return "expire sync tokens of " + account;
    }
    twin.expireAccessTokens(account);
    return "expire access tokens of " + account;
  }

  private String change(TwinAccount account, JsonNode event, int dice) {
    String id = event.path("id").asString("");
    String original = event.path("original_start").asString("");
    boolean one = !original.isEmpty() && random.nextBoolean();
    if (dice < 40) {
      twin.delete(id);
      return "delete " + event;
    }
    if (dice < 48 && !original.isEmpty()) {
      twin.cancel(id, original);
      return "cancel instance " + event;
    }
    ObjectNode fields = account.body();
    if (one) {
      fields.put("original_start", original);
    }
    if (dice < 66 || onlyTimes) {
      move(fields, event, original.isEmpty() || one);
    } else if (dice < 76) {
      fields.put("title", "Renamed " + number);
    } else if (dice < 82) {
      fields.put("show_as", pick(SHOWN));
    } else if (dice < 88) {
      fields.put("visibility", pick(VISIBILITIES));
    } else if (event.path("organizer").asString("").equals(OTHER)) {
      fields.put("response", pick(ANSWERS));
    } else {
      move(fields, event, original.isEmpty() || one);
    }
    twin.change(id, fields);
    return "change " + fields + " of " + event;
  }

  /// To another time in a zone that may be another one; days to other days.
  private void move(ObjectNode fields, JsonNode event, boolean single) {
    LocalDate day = single ? days.any() : days.anyForSeries();
    if (event.path("uid").asString("").startsWith(SHARED)) {
      day = days.inside(); // outside, it would depend on the past which copy shows
    }
    if (event.path("all_day").asBoolean(false)) {
      fields.put("start", day.toString()).put("end", day.plusDays(1).toString());
    } else {
      at(fields, day, pick(ZONES));
    }
  }

  private ObjectNode titled(TwinAccount account, String word) {
    return account.body().put("title", word + " " + number);
  }

  private ObjectNode at(ObjectNode fields, LocalDate day, String zone) {
    LocalDateTime start = day.atTime(days.time());
    return fields
        .put("start", start.toString())
        .put("end", start.plusMinutes(15L * (1 + random.nextInt(8))).toString())
        .put("time_zone", zone);
  }

  private List<JsonNode> events(TwinAccount account) {
    Instant now = Instant.now();
    List<JsonNode> events = new ArrayList<>();
    for (JsonNode mailbox : twin.state(now.minus(FAR), now.plus(FAR)).path("mailboxes")) {
      if (account.owns(mailbox)) {
        mailbox.path("calendars").path(0).path("events").forEach(events::add);
        events.removeIf(event -> event.path("title").asString("").contains(PrivateMeeting.MARKER));
      }
    }
    return events;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
