package io.timeledger.ingest.imports;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.access.Directory;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.restricted.MemberProfile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Imports exports of other time trackers. An unreadable file is refused before any of it is
/// imported; after that, each row is decided separately.
@RestController
final class ImportController {
  private final Importer importer;
  private final Directory directory;

  ImportController(Importer importer, Directory directory) {
    this.importer = importer;
    this.directory = directory;
  }

  @PostMapping(path = "/api/v1/imports", consumes = "text/csv", produces = "application/x-ndjson")
  void run(
      WriteRequest call,
      @QueryParams ImportParameters options,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    call.requireWrite();
    ImportFormat format = options.format();
    if (format == null) {
      throw ApiException.of(
          INVALID_PARAMETER, "format", "Expected toggl, clockify, harvest or timeledger.");
    }
    Layout layout = layout(format, options);
    Collection<MemberProfile> members = directory.members(call.caller().workspaceId());
    try (Spool spool = Spool.of(request.getInputStream())) {
      FileSurvey survey =
          FileSurvey.of(spool.path(), layout, options.dateOrder(), name -> isMember(name, members));
      RowReader reader =
          new RowReader(
              layout,
              survey,
              options.timezone(),
              zoneOf(call),
              callerOf(call),
              new People(members));
      importer.run(
          call,
          spool,
          reader,
          options,
          () -> {
            response.setContentType("application/x-ndjson");
            return new ImportAnswer(response.getOutputStream(), survey, options);
          });
    } catch (UnreadableException e) {
      throw ApiException.of(e.code(), String.valueOf(e.getMessage()));
    } catch (MappingException e) {
      throw ApiException.of(INVALID_PARAMETER, e.parameter(), String.valueOf(e.getMessage()));
    }
  }

  private static Layout layout(ImportFormat format, ImportParameters options) {
    Map<Column, String> mapping = Objects.requireNonNullElse(options.column(), Map.of());
    for (Column column : mapping.keySet()) {
      if (!format.columns().contains(column)) {
        throw ApiException.of(
            INVALID_PARAMETER,
            "column." + column.wireName(),
            "A file of %s has no such column; it can have: %s."
                .formatted(
                    format.wireName(),
                    format.columns().stream()
                        .map(Column::wireName)
                        .collect(Collectors.joining(", "))));
      }
    }
    return new Layout(format, mapping);
  }

  private static boolean isMember(String name, Collection<MemberProfile> members) {
    return !name.isEmpty()
        && members.stream()
            .map(MemberProfile::name)
            .anyMatch(value -> value != null && value.strip().equalsIgnoreCase(name));
  }

  private ImportedPerson callerOf(WriteRequest call) {
    UserId id = call.caller().userId();
    String email =
        directory.member(call.caller().workspaceId(), id).map(MemberProfile::email).orElse(null);
    return new ImportedPerson(id, null, email, zoneOf(call));
  }

  private ZoneId zoneOf(WriteRequest call) {
    return directory
        .member(call.caller().workspaceId(), call.caller().userId())
        .map(MemberProfile::timezone)
        .orElse(ZoneOffset.UTC);
  }
}
