package io.timeledger.twin.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What goes wrong. Written in lower case.
public enum FaultKind {
  /// 401 to a good token.
  UNAUTHORIZED(Place.ANSWER),
  /// Google's 403 of the domain `usageLimits`; Graph's 429.
  RATE_LIMITED(Place.ANSWER),
  /// 403 that no retry heals.
  FORBIDDEN(Place.ANSWER),
  /// 429 with `Retry-After`.
  TOO_MANY_REQUESTS(Place.ANSWER),
  SERVER_ERROR(Place.ANSWER),
  /// 503 with `Retry-After`.
  UNAVAILABLE(Place.ANSWER),
  /// The connection is closed half way through an answer.
  RESET(Place.ANSWER),
  /// No answer until the fault is cleared; then the connection is closed.
  HANG(Place.ANSWER),
  /// A page without items in front of the next one.
  EMPTY_PAGE(Place.PAGE),
  /// Pages hold at most `size` items.
  PAGE_SIZE(Place.PAGE),
  /// Every page has a next one.
  ENDLESS_PAGES(Place.PAGE),
  /// Titles of `size` characters.
  HUGE_TITLES(Place.PAGE),
  /// Each item comes twice.
  DUPLICATE_ITEMS(Place.PAGE),
  DROP_PUSH(Place.PUSH),
  REPEAT_PUSH(Place.PUSH);

  enum Place {
    ANSWER,
    PAGE,
    PUSH
  }

  private final Place place;

  FaultKind(Place place) {
    this.place = place;
  }

  boolean at(Place asked) {
    return place == asked;
  }

  /// @throws IllegalArgumentException for another name
  public static FaultKind of(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "kind: %s (expected: one of %s)"
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(FaultKind::toString)
                                .collect(Collectors.joining(", ")))));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
