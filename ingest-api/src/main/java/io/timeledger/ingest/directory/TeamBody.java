package io.timeledger.ingest.directory;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.DirectoryCommand.PutTeam;
import io.timeledger.schemas.id.TeamId;
import io.timeledger.schemas.id.UserId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The body of a team: the whole record.
record TeamBody(@Nullable String name, @Nullable List<@Nullable UserId> leaderUserIds) {
  private static final int LEADERS = 100;

  PutTeam toCommand(TeamId id, @Nullable Integer ifVersion) {
    FieldValidator form = new FieldValidator();
    List<UserId> leaders = List.of();
    if (leaderUserIds != null && leaderUserIds.size() > LEADERS) {
      form.fail("leader_user_ids", "too_many", "At most %d leaders.".formatted(LEADERS));
    } else if (leaderUserIds != null && leaderUserIds.contains(null)) {
      form.fail("leader_user_ids", "required", "A leader is null.");
    } else if (leaderUserIds != null) {
      leaders = leaderUserIds.stream().filter(Objects::nonNull).toList();
    }
    PutTeam command =
        new PutTeam(id, form.requiredText("name", name, FieldValidator.NAME), leaders, ifVersion);
    form.check();
    return command;
  }
}
