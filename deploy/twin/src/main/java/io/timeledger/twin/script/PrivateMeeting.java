package io.timeledger.twin.script;

import java.util.Random;

/// A private meeting whose title holds a marker that stands nowhere else.
public record PrivateMeeting(TwinControl twin, TwinAccount account, String id) {
  public static final String MARKER = "PrivateTitle-7f3a91c4";

  public static PrivateMeeting create(TwinControl twin, TwinAccount account) {
    String day = TrialDays.of(new Random(0)).today().toString();
    String id =
        twin.create(
            account
                .body()
                .put("title", "Doctor " + MARKER)
                .put("visibility", "private")
                .put("start", day + "T08:00:00Z")
                .put("end", day + "T08:30:00Z"));
    return new PrivateMeeting(twin, account, id);
  }

  /// To a time of today.
  public void move(Random random) {
    TrialDays days = TrialDays.of(random);
    String time = days.today().atTime(days.time()) + ":00Z";
    String end = days.today().atTime(23, 0) + ":00Z";
    twin.change(id, account.body().put("start", time).put("end", end));
  }
}
