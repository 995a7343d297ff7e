package io.timeledger.ingest.activity;

import static io.timeledger.schemas.reply.ErrorCode.FORBIDDEN;
import static io.timeledger.schemas.reply.ErrorCode.MEMBER_INACTIVE;
import static io.timeledger.schemas.reply.ErrorCode.UNKNOWN_MEMBER;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.access.Directory;
import io.timeledger.ingest.access.Sha256;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.ActivitySlot;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.restricted.MemberProfile;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Converts a client's slots: all of them or, if any is invalid, none. Members send their own;
/// other members' slots require `time:write:all`. Projects and tasks are not looked up.
final class SlotReader {
  private static final int MAX_SLOTS = 1_000;
  private static final int ID_LENGTH = 32;
  private final Directory directory;
  private final InstantSource clock;

  SlotReader(Directory directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  List<ActivitySlot> slots(Caller caller, @Nullable List<@Nullable SlotBody> bodies) {
    FieldValidator form = new FieldValidator();
    List<@Nullable SlotBody> given = form.required("slots", bodies, List.of());
    if (given.size() > MAX_SLOTS || (bodies != null && given.isEmpty())) {
      form.fail("slots", "out_of_range", "Expected 1 to %d slots.".formatted(MAX_SLOTS));
      form.check();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<ActivitySlot> slots = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String path = "slots[%d]".formatted(i);
      SlotBody body = given.get(i);
      if (body == null) {
        form.fail(path, "required", "The slot is null.");
      } else {
        slots.add(slot(caller, new SlotForm(form, path, now), body));
      }
    }
    form.check();
    return slots;
  }

  private ActivitySlot slot(Caller caller, SlotForm form, SlotBody body) {
    UserId user = Optional.ofNullable(body.userId()).orElse(caller.userId());
    MemberProfile member = member(caller, user, form.path());
    Instant start = form.start(body.startedAt());
    String device = form.device(body.deviceId());
    ZoneId zone =
        Optional.ofNullable(form.form().zone(form.path() + ".timezone", body.timezone()))
            .orElse(member.timezone());
    int tracked = form.tracked(body.trackedSeconds());
    int keyboard = form.seconds("keyboard_seconds", body.keyboardSeconds(), tracked);
    int mouse = form.seconds("mouse_seconds", body.mouseSeconds(), tracked);
    return new ActivitySlot(
        id(caller.workspaceId(), user, start, device),
        caller.workspaceId(),
        user,
        start,
        device,
        form.revision(body.revision()),
        start.atZone(zone).toLocalDate(),
        zone,
        body.projectId(),
        body.taskId(),
        tracked,
        keyboard,
        mouse,
        overall(form, body.overallSeconds(), Math.max(keyboard, mouse), tracked),
        form.apps(body.apps(), tracked),
        form.urls(body.urls(), tracked),
        form.screenshots(body.screenshots()),
        caller.userId(),
        form.now());
  }

  private MemberProfile member(Caller caller, UserId user, String path) {
    if (!user.equals(caller.userId()) && !caller.may(Permission.WRITE_ALL)) {
      throw ApiException.of(FORBIDDEN, "Missing permission: time:write:all.");
    }
    MemberProfile member =
        directory
            .member(caller.workspaceId(), user)
            .orElseThrow(
                () -> ApiException.of(UNKNOWN_MEMBER, path + ".user_id", UNKNOWN_MEMBER.meaning()));
    if (!member.active()) {
      throw ApiException.of(MEMBER_INACTIVE, path + ".user_id", MEMBER_INACTIVE.meaning());
    }
    return member;
  }

  private static int overall(SlotForm form, @Nullable Integer given, int atLeast, int tracked) {
    int overall = form.seconds("overall_seconds", given, tracked);
    if (given != null && given >= 0 && given < atLeast) {
      form.form()
          .fail(
              form.path() + ".overall_seconds",
              "out_of_range",
              "Expected at least the seconds of keyboard and of mouse.");
    }
    return given == null ? atLeast : overall;
  }

  private static String id(WorkspaceId workspace, UserId user, Instant start, String device) {
    return "act_"
        + Sha256.hexOf(workspace.value(), user.value(), start.toString(), device)
            .substring(0, ID_LENGTH);
  }
}
