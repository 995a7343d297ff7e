package io.timeledger.ingest.imports;

import io.timeledger.ingest.web.Text;
import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.id.ClientId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.resource.EntityType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes an import row of a row of a file.
///
/// @param fileZone the zone of all local times; null means that of each row's member
/// @param callerZone for members who are not known
record RowReader(
    ImportFormat format,
    DateOrder dateOrder,
    @Nullable ZoneId fileZone,
    ZoneId callerZone,
    People people) {
  private static final int MAX_DESCRIPTION = 2_000;
  private static final int MAX_NAME = 200;
  private static final int MAX_EMAIL = 254;
  private static final int MAX_TAG = 64;
  private static final int MAX_TAGS = 50;

  ImportRow read(CsvRow row, String externalId) throws RowException {
    String email = email(row);
    ZoneId zone = fileZone == null ? people.zoneOf(email).orElse(callerZone) : fileZone;
    String client = text(row, Column.CLIENT, MAX_NAME);
    String project = text(row, Column.PROJECT, MAX_NAME);
    String task = text(row, Column.TASK, MAX_NAME);
    String description = text(row, Column.DESCRIPTION, MAX_DESCRIPTION);
    TaskId taskId = task.isEmpty() ? null : DerivedIds.task(client, project, task);
    ProjectId projectId = project.isEmpty() ? null : DerivedIds.project(client, project);
    ClientId clientId = client.isEmpty() || project.isEmpty() ? null : DerivedIds.client(client);
    EntryDraft draft =
        new EntryDraft(
            people.idOf(email),
            taskId == null ? EntityType.INTERNAL : EntityType.TASK,
            taskId == null ? null : taskId.value(),
            projectId,
            taskId,
            orNull(description),
            tags(row),
            billable(row),
            LocalMoment.of(moment(row, Column.START_DATE, Column.START_TIME), zone),
            LocalMoment.of(moment(row, Column.END_DATE, Column.END_TIME), zone),
            zone,
            null,
            null,
            format.wireName(),
            externalId);
    return new ImportRow(
        draft,
        orNull(text(row, Column.USER, MAX_NAME)),
        email,
        clientId,
        clientId == null ? null : client,
        orNull(project),
        orNull(task));
  }

  private static String email(CsvRow row) throws RowException {
    String email = text(row, Column.EMAIL, MAX_EMAIL);
    if (email.indexOf('@') < 1 || email.endsWith("@")) {
      throw new RowException("invalid_email", "The row names no member by e-mail.");
    }
    return email;
  }

  private LocalDateTime moment(CsvRow row, Column date, Column time) throws RowException {
    if (row.get(date).isEmpty() || row.get(time).isEmpty()) {
      throw new RowException(
          "incomplete", "The row lacks %s or %s.".formatted(date.header(), time.header()));
    }
    LocalDate day = dateOrder.parse(row.get(date));
    LocalTime clock = ClockTime.parse(row.get(time));
    return LocalDateTime.of(day, clock);
  }

  private static List<String> tags(CsvRow row) throws RowException {
    List<String> tags =
        Arrays.stream(row.get(Column.TAGS).split(",", -1))
            .map(String::strip)
            .filter(tag -> !tag.isEmpty())
            .distinct()
            .toList();
    if (tags.size() > MAX_TAGS
        || tags.stream().anyMatch(tag -> tag.length() > MAX_TAG || !Text.isClean(tag))) {
      throw new RowException(
          "invalid_tags",
          "At most %d tags of at most %d plain characters.".formatted(MAX_TAGS, MAX_TAG));
    }
    return tags;
  }

  private static @Nullable Boolean billable(CsvRow row) throws RowException {
    return switch (row.get(Column.BILLABLE).toLowerCase(Locale.ROOT)) {
      case "" -> null;
      case "yes", "true", "1" -> true;
      case "no", "false", "0" -> false;
      default -> throw new RowException("invalid_billable", "Billable is Yes or No.");
    };
  }

  private static String text(CsvRow row, Column column, int max) throws RowException {
    String text = row.get(column);
    if (text.codePointCount(0, text.length()) > max) {
      throw new RowException(
          "too_long", "The %s has over %d characters.".formatted(column.header(), max));
    }
    boolean clean = column == Column.DESCRIPTION ? Text.isCleanMultiline(text) : Text.isClean(text);
    if (!clean) {
      throw new RowException(
          "control_characters", "The %s has control characters.".formatted(column.header()));
    }
    return text;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
