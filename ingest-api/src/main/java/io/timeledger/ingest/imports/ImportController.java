package io.timeledger.ingest.imports;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.access.Directory;
import io.timeledger.ingest.command.Call;
import io.timeledger.ingest.web.ApiException;
import io.timeledger.ingest.web.QueryParams;
import io.timeledger.schemas.resource.MemberProfile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Imports exports of other time trackers. A file that cannot be read as a whole is refused before
/// anything of it is imported; then each row stands for itself.
@RestController
final class ImportController {
  private final Importer importer;
  private final Directory directory;

  ImportController(Importer importer, Directory directory) {
    this.importer = importer;
    this.directory = directory;
  }

  @PostMapping(path = "/api/v1/imports", consumes = "text/csv")
  void run(
      Call call,
      @QueryParams ImportOptions options,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    call.requireWrite();
    ImportFormat format = options.format();
    if (format == null) {
      throw ApiException.of(INVALID_PARAMETER, "format", "Expected toggl, clockify or harvest.");
    }
    try (Spool spool = Spool.of(request.getInputStream())) {
      DateOrder order = spool.check(format, options);
      RowReader reader =
          new RowReader(
              format,
              order,
              options.timezone(),
              zoneOf(call),
              new People(directory.members(call.caller().workspaceId())));
      response.setContentType("application/x-ndjson");
      importer.run(call, spool, reader, new ImportAnswer(response.getOutputStream()));
    } catch (UnreadableException e) {
      throw ApiException.of(e.code(), String.valueOf(e.getMessage()));
    }
  }

  private ZoneId zoneOf(Call call) {
    return directory
        .member(call.caller().workspaceId(), call.caller().userId())
        .map(MemberProfile::timezone)
        .orElse(ZoneOffset.UTC);
  }
}
