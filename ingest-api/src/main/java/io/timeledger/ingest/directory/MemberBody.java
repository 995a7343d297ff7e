package io.timeledger.ingest.directory;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.DirectoryCommand.PutMember;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Role;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of a member: the whole record.
record MemberBody(
    @Nullable String name,
    @Nullable String email,
    @Nullable Role role,
    @Nullable ZoneId timezone,
    @Nullable BigDecimal weeklyHours,
    @Nullable List<@Nullable String> teams) {
  private static final int MAX_EMAIL = 254;
  private static final int MAX_TEAMS = 100;
  private static final String NO_TEAM = "none";

  PutMember toCommand(UserId id, @Nullable Integer ifVersion) {
    FieldValidator form = new FieldValidator();
    PutMember command =
        new PutMember(
            id,
            form.text("name", name, FieldValidator.NAME),
            email(form),
            role,
            form.zone("timezone", timezone),
            form.decimal("weekly_hours", weeklyHours, 3, 2),
            teams(form),
            ifVersion);
    form.check();
    return command;
  }

  private @Nullable String email(FieldValidator form) {
    if (email != null && (email.indexOf('@') < 1 || email.endsWith("@") || email.contains(" "))) {
      form.fail("email", "invalid_email", "Expected an e-mail address.");
    }
    return form.text("email", email, MAX_EMAIL);
  }

  private List<String> teams(FieldValidator form) {
    List<String> checked = new ArrayList<>();
    List<@Nullable String> given = teams == null ? List.of() : teams;
    if (given.size() > MAX_TEAMS) {
      form.fail("teams", "too_many", "At most %d teams.".formatted(MAX_TEAMS));
    }
    for (int i = 0; i < given.size(); i++) {
      String team = form.required("teams[%d]".formatted(i), given.get(i), NO_TEAM);
      form.id("teams[%d]".formatted(i), team);
      checked.add(team);
    }
    return checked;
  }
}
