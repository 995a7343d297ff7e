package io.timeledger.ingest.imports;

import io.timeledger.ingest.web.Text;
import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.id.ClientId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.resource.EntityType;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes an import row of a row of a file.
///
/// @param fileZone the zone of all local times; null means that of each row's member
/// @param callerZone for members who are not known
/// @param caller whose rows they are when the file does not tell
record RowReader(
    Layout layout,
    Survey survey,
    @Nullable ZoneId fileZone,
    ZoneId callerZone,
    Person caller,
    People people) {
  private static final int MAX_DESCRIPTION = 2_000;
  private static final int MAX_NAME = 200;
  private static final int MAX_EMAIL = 254;
  private static final int MAX_TAG = 64;
  private static final int MAX_TAGS = 50;

  /// @param ids of the rows before, of which this will be one
  /// @param earlierId under which an earlier version would have imported the row
  ImportRow read(CsvRow row, ExternalIds ids, String earlierId) throws RowException {
    Person person = person(row);
    ZoneId zone =
        fileZone == null ? Objects.requireNonNullElse(person.zone(), callerZone) : fileZone;
    RowTimes times = RowTimes.of(row, layout.format(), survey.dateOrder(), zone);
    String client = text(row, Column.CLIENT, MAX_NAME);
    String project = text(row, Column.PROJECT, MAX_NAME);
    String task = text(row, Column.TASK, MAX_NAME);
    String description = text(row, Column.DESCRIPTION, MAX_DESCRIPTION);
    List<String> tags = tags(row);
    Boolean billable = billable(row);
    String externalId =
        ids.of(
            RowKey.of(
                memberKey(person), times, client, project, task, description, tags, billable));
    TaskId taskId = task.isEmpty() ? null : DerivedIds.task(client, project, task);
    ProjectId projectId = project.isEmpty() ? null : DerivedIds.project(client, project);
    ClientId clientId = client.isEmpty() || project.isEmpty() ? null : DerivedIds.client(client);
    EntryDraft draft =
        new EntryDraft(
            person.id(),
            taskId == null ? EntityType.INTERNAL : EntityType.TASK,
            taskId == null ? null : taskId.value(),
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
            layout.format().wireName(),
            externalId);
    return new ImportRow(
        draft,
        person.name(),
        person.email(),
        clientId,
        clientId == null ? null : client,
        orNull(project),
        orNull(task),
        earlierId);
  }

  private Person person(CsvRow row) throws RowException {
    return switch (survey.owner()) {
      case EMAIL -> people.byEmail(email(row), orNull(name(row)));
      case NAME -> people.byName(requiredName(row));
      case CALLER -> caller;
    };
  }

  /// As the file tells it, not as the ledger knows it: who is known can change.
  private static String memberKey(Person person) {
    if (person.email() != null) {
      return person.email();
    }
    return person.name() == null ? person.id().value() : person.name();
  }

  private static String requiredName(CsvRow row) throws RowException {
    String name = name(row);
    if (name.isEmpty()) {
      throw new RowException("invalid_name", "The row names no member.");
    }
    return name;
  }

  private static String name(CsvRow row) throws RowException {
    String user = text(row, Column.USER, MAX_NAME);
    return user.isEmpty()
        ? (text(row, Column.FIRST_NAME, MAX_NAME / 2 - 1)
                + " "
                + text(row, Column.LAST_NAME, MAX_NAME / 2))
            .strip()
        : user;
  }

  private static String email(CsvRow row) throws RowException {
    String email = text(row, Column.EMAIL, MAX_EMAIL);
    if (email.indexOf('@') < 1 || email.endsWith("@")) {
      throw new RowException("invalid_email", "The row names no member by e-mail.");
    }
    return email;
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
      case "yes", "true", "1", "ja", "oui", "sí", "si" -> true;
      case "no", "false", "0", "nein", "non" -> false;
      default -> throw new RowException("invalid_billable", "Billable is Yes or No.");
    };
  }

  private static String text(CsvRow row, Column column, int max) throws RowException {
    String text = row.get(column);
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
