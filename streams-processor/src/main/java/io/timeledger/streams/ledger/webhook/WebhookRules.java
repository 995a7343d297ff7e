package io.timeledger.streams.ledger.webhook;

import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.event.WebhookEvents;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.resource.WebhookFilter;
import io.timeledger.streams.ledger.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rules for every webhook. Here a URL only has to be well-formed; the operator's allowed hosts are
/// checked by the API and again at every call.
final class WebhookRules {
  private static final int LONGEST_DESCRIPTION = 500;
  private static final int MOST_EVENTS = 50;
  private static final int MOST_RETRIES = 10;
  private static final int LONGEST_DELAY = 86_400;
  private static final int MOST_IN_FLIGHT = 32;
  private static final int HIGHEST_RATE = 1_000;
  private static final int MOST_HEADERS = 20;
  private static final int MOST_FILTERED = 100;
  private static final int LONGEST_ENTITY_ID = 64;
  private final List<Problem.Detail> details = new ArrayList<>();

  /// The value after the patch, for a field that cannot be cleared.
  <T> T kept(String field, Patch<T> patch, T current) {
    T patched = patch.value();
    if (patch.present() && patched == null) {
      add(field, "cannot be null");
    }
    return patch.present() && patched != null ? patched : current;
  }

  /// @throws Refusal naming every bad field
  void check(Webhook webhook) {
    UrlForm.faultOf(webhook.url()).ifPresent(fault -> add("url", fault));
    if (webhook.description() != null && webhook.description().length() > LONGEST_DESCRIPTION) {
      add("description", "at most %d characters".formatted(LONGEST_DESCRIPTION));
    }
    checkEvents(webhook.events());
    checkDelays(webhook.retryDelays());
    within("max_in_flight", webhook.maxInFlight(), MOST_IN_FLIGHT);
    within("rate_per_second", webhook.ratePerSecond(), HIGHEST_RATE);
    checkHeaders(webhook.customHeaderNames());
    checkFilter(webhook.filter());
    if (!details.isEmpty()) {
      throw Refusal.of(details);
    }
  }

  private void checkEvents(List<String> events) {
    if (events.isEmpty() || events.size() > MOST_EVENTS) {
      add("events", "name 1 to %d events".formatted(MOST_EVENTS));
    }
    events.stream()
        .filter(event -> !WebhookEvents.isKnown(event))
        .forEach(event -> add("events", "\"%.80s\" is no event that is sent".formatted(event)));
  }

  private void checkDelays(List<Integer> delays) {
    boolean bounded = delays.stream().allMatch(delay -> delay >= 1 && delay <= LONGEST_DELAY);
    if (delays.size() > MOST_RETRIES || !bounded) {
      add("retry_delays", "at most %d of 1 to %d seconds".formatted(MOST_RETRIES, LONGEST_DELAY));
    }
  }

  private void checkHeaders(List<String> names) {
    if (names.size() > MOST_HEADERS) {
      add("custom_headers", "at most %d".formatted(MOST_HEADERS));
    }
    names.stream()
        .flatMap(name -> HeaderName.faultOf(name).stream())
        .forEach(fault -> add("custom_headers", fault));
  }

  private void checkFilter(WebhookFilter filter) {
    if (filter.projectIds().size() > MOST_FILTERED || filter.entityIds().size() > MOST_FILTERED) {
      add("filter", "at most %d ids of a kind".formatted(MOST_FILTERED));
    }
    if (filter.entityIds().stream()
        .anyMatch(id -> id.isEmpty() || id.length() > LONGEST_ENTITY_ID)) {
      add("filter.entity_ids", "1 to %d characters".formatted(LONGEST_ENTITY_ID));
    }
  }

  private void within(String field, @Nullable Integer value, int most) {
    if (value != null && (value < 1 || value > most)) {
      add(field, "%d (expected: 1 to %d)".formatted(value, most));
    }
  }

  private void add(String field, String rule) {
    details.add(new Problem.Detail(field, ErrorCode.VALIDATION_FAILED.wireName(), rule));
  }
}
