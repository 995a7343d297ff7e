package io.timeledger.ingest.imports;

import io.timeledger.ingest.web.json.Text;
import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.id.ClientId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.resource.EntityType;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Converts a row of a file to an import row.
///
/// @param fileZone the zone of all local times; null means each row's member's
/// @param callerZone for unknown members
/// @param caller owner of the rows when the file names none
record RowReader(
    Layout layout,
    FileSurvey survey,
    @Nullable ZoneId fileZone,
    ZoneId callerZone,
    ImportedPerson caller,
    People people) {
  private static final int MAX_DESCRIPTION = 2_000;
  private static final int MAX_NAME = 200;
  private static final int MAX_EMAIL = 254;
  private static final int MAX_TAG = 64;
  private static final int MAX_TAGS = 50;

  /// @param ids of the preceding rows; gets this row's id
  /// @param earlierId of the row in the scheme of an earlier version
  ImportRow read(CsvRow row, ExternalIds ids, String earlierId) throws RowException {
    OwnIds own = OwnIds.of(row);
    ImportedPerson person = person(row, own);
    ZoneId zone = zone(own, person);
    RowTimes times = RowTimes.of(row, layout.format(), survey.dateOrder(), zone);
    String client = text(row, Column.CLIENT, MAX_NAME);
    String project = text(row, Column.PROJECT, MAX_NAME);
    String task = text(row, Column.TASK, MAX_NAME);
    String description = text(row, Column.DESCRIPTION, MAX_DESCRIPTION);
    List<String> tags = tags(row);
    Boolean billable = billable(row);
    String rowId =
        ids.of(
            RowKey.of(
                memberKey(person),
                times,
                client,
                project,
                task,
                description,
                tags,
                billable,
                Objects.toString(own.entityId(), "")));
    TaskId taskId =
        own.task() != null || task.isEmpty() ? own.task() : DerivedIds.task(client, project, task);
    ProjectId projectId =
        own.project() != null || project.isEmpty()
            ? own.project()
            : DerivedIds.project(client, project);
    ClientId clientId =
        own.client() != null || client.isEmpty() || project.isEmpty()
            ? own.client()
            : DerivedIds.client(client);
    EntityType type = taskId == null ? EntityType.INTERNAL : EntityType.TASK;
    EntryDraft draft =
        new EntryDraft(
            person.id(),
            Objects.requireNonNullElse(own.entityType(), type),
            own.entityId() != null || taskId == null ? own.entityId() : taskId.value(),
            projectId,
            taskId,
            orNull(description),
            tags,
            billable,
            times.start(),
            times.end(),
            zone,
            times.day(),
            times.seconds(),
            Objects.requireNonNullElse(own.externalSource(), layout.format().wireName()),
            Objects.requireNonNullElse(own.externalId(), rowId));
    return new ImportRow(
        draft,
        person.name(),
        person.email(),
        clientId,
        clientId == null ? null : orNull(client),
        orNull(project),
        orNull(task),
        earlierId);
  }

  private ZoneId zone(OwnIds own, ImportedPerson person) {
    if (own.timezone() != null) {
      return own.timezone();
    }
    return fileZone == null ? Objects.requireNonNullElse(person.zone(), callerZone) : fileZone;
  }

  private ImportedPerson person(CsvRow row, OwnIds own) throws RowException {
    if (own.user() != null && row.get(Column.EMAIL).isEmpty()) {
      return new ImportedPerson(own.user(), orNull(name(row)), null, null);
    }
    return switch (survey.owner()) {
      case EMAIL -> people.byEmail(email(row), orNull(name(row)));
      case NAME -> people.byName(requiredName(row));
      case CALLER -> caller;
    };
  }

  /// As in the file, not as in the ledger, because the known members can change.
  private static String memberKey(ImportedPerson person) {
    if (person.email() != null) {
      return person.email();
    }
    return person.name() == null ? person.id().value() : person.name();
  }

  private String requiredName(CsvRow row) throws RowException {
    String name = name(row);
    if (name.isEmpty()) {
      throw new RowException("invalid_name", "The row names no member.");
    }
    return name;
  }

  private String name(CsvRow row) throws RowException {
    String user = text(row, Column.USER, MAX_NAME);
    return user.isEmpty()
        ? (text(row, Column.FIRST_NAME, MAX_NAME / 2 - 1)
                + " "
                + text(row, Column.LAST_NAME, MAX_NAME / 2))
            .strip()
        : user;
  }

  private String email(CsvRow row) throws RowException {
    String email = text(row, Column.EMAIL, MAX_EMAIL);
    if (email.indexOf('@') < 1 || email.endsWith("@")) {
      throw new RowException("invalid_email", "The row names no member by e-mail.");
    }
    return email;
  }

  private List<String> tags(CsvRow row) throws RowException {
    List<String> tags = TagCell.of(layout.format().plain(row.get(Column.TAGS)), layout.format());
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
      case "yes", "true", "1", "ja", "oui", "sí", "si" -> true;
      case "no", "false", "0", "nein", "non" -> false;
      default -> throw new RowException("invalid_billable", "Billable is Yes or No.");
    };
  }

  private String text(CsvRow row, Column column, int max) throws RowException {
    String text = layout.format().plain(row.get(column));
    if (text.codePointCount(0, text.length()) > max) {
      throw new RowException(
          "too_long", "The %s has over %d characters.".formatted(column.spelled(), max));
    }
    boolean clean = column == Column.DESCRIPTION ? Text.isCleanMultiline(text) : Text.isClean(text);
    if (!clean) {
      throw new RowException(
          "control_characters", "The %s has control characters.".formatted(column.spelled()));
    }
    return text;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
