package io.timeledger.ingest.activity;

import static io.timeledger.schemas.resource.ActivitySlot.LENGTH;
import static io.timeledger.schemas.resource.ActivitySlot.TAKEN_FOR;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.resource.ActivitySlot.AppUse;
import io.timeledger.schemas.resource.ActivitySlot.Screenshot;
import io.timeledger.schemas.resource.ActivitySlot.UrlUse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Validates the fields of one slot, `slots[3].tracked_seconds` and so on. A slot must have begun,
/// with five minutes of tolerance for clock skew, and not be older than the limit.
record SlotForm(FieldValidator form, String path, Instant now) {
  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final int DEVICE = 64;

  /// The largest integer that every JSON reader keeps exactly.
  private static final long MOST_REVISION = 9_007_199_254_740_991L;

  private static final int URL = 2_000;
  private static final int USES = 50;
  private static final int SHOTS = 20;

  /// Returns now for an invalid value, so that derived values never fail.
  Instant start(@Nullable Instant value) {
    String field = path + ".started_at";
    form.required(field, value, now);
    Instant start = form.instant(field, value);
    if (start == null) {
      return now;
    }
    if (start.getNano() != 0 || start.getEpochSecond() % LENGTH.toSeconds() != 0) {
      form.fail(field, "not_aligned", "Expected a multiple of ten minutes.");
    } else if (start.isAfter(now.plus(AHEAD))) {
      form.fail(field, "in_the_future", "The slot has not begun.");
    } else if (start.isBefore(now.minus(TAKEN_FOR))) {
      form.fail(field, "too_old", "Expected at most %d days ago.".formatted(TAKEN_FOR.toDays()));
    } else {
      return start;
    }
    return now;
  }

  String device(@Nullable String value) {
    return form.requiredText(path + ".device_id", value, DEVICE);
  }

  long revision(@Nullable Long value) {
    form.between(path + ".revision", value, 0, MOST_REVISION);
    return value == null ? 0 : value;
  }

  /// Seconds of a slot, at most the total that they are part of.
  int seconds(String name, @Nullable Integer value, int of) {
    if (value != null && (value < 0 || value > of)) {
      form.fail(path + "." + name, "out_of_range", "Expected 0 to %d.".formatted(of));
    }
    return value == null ? 0 : Math.clamp(value, 0, (int) LENGTH.toSeconds());
  }

  int tracked(@Nullable Integer value) {
    return seconds(
        "tracked_seconds",
        form.required(path + ".tracked_seconds", value, 0),
        (int) LENGTH.toSeconds());
  }

  List<AppUse> apps(@Nullable List<SlotBody.@Nullable App> apps, int tracked) {
    return each(
        "apps",
        apps,
        USES,
        (at, app) ->
            new AppUse(
                form.requiredText(path + "." + at + ".name", app.name(), FieldValidator.NAME),
                seconds(at + ".seconds", app.seconds(), tracked)));
  }

  List<UrlUse> urls(@Nullable List<SlotBody.@Nullable Url> urls, int tracked) {
    return each(
        "urls",
        urls,
        USES,
        (at, use) ->
            new UrlUse(
                url(path + "." + at + ".url", use.url()),
                seconds(at + ".seconds", use.seconds(), tracked)));
  }

  List<Screenshot> screenshots(@Nullable List<SlotBody.@Nullable Shot> shots) {
    return each(
        "screenshots",
        shots,
        SHOTS,
        (at, shot) ->
            new Screenshot(
                form.requiredText(path + "." + at + ".reference", shot.reference(), URL),
                form.instant(path + "." + at + ".taken_at", shot.takenAt())));
  }

  private String url(String field, @Nullable String value) {
    String given = form.requiredText(field, value, URL);
    Optional<String> bare = BareUrl.of(given);
    if (bare.isEmpty() && !given.isEmpty()) {
      form.fail(field, "invalid_url", "Expected an address as in https://example.org/page.");
    }
    return bare.orElse("");
  }

  private <T, R> List<R> each(
      String name, @Nullable List<@Nullable T> values, int max, BiFunction<String, T, R> check) {
    List<R> checked = new ArrayList<>();
    if (values != null && values.size() > max) {
      form.fail(path + "." + name, "too_many", "At most %d.".formatted(max));
    } else if (values != null) {
      for (int i = 0; i < values.size(); i++) {
        String at = "%s[%d]".formatted(name, i);
        T value = values.get(i);
        if (value == null) {
          form.fail(path + "." + at, "required", "The item is null.");
        } else {
          checked.add(check.apply(at, value));
        }
      }
    }
    return checked;
  }
}
