package io.timeledger.ingest.imports;

import io.timeledger.ingest.access.Sha256;
import io.timeledger.ingest.command.CommandIds;
import io.timeledger.ingest.command.CommandLog;
import io.timeledger.ingest.command.CommandResult;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.read.ReadYourWrites;
import io.timeledger.schemas.command.Command;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.command.EntryCommand.ImportEntries;
import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.command.Preview;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/// Sends each chunk of rows as one command. The ledger decides each row separately.
final class ImportChunks {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final CommandLog log;
  private final ReadYourWrites readYourWrites;

  ImportChunks(CommandLog log, ReadYourWrites readYourWrites) {
    this.log = log;
    this.readYourWrites = readYourWrites;
  }

  /// @param part number of the chunk in its file
  /// @return one per line, in order
  List<RowResult> decide(
      WriteRequest call, ImportParameters options, int part, List<CsvLine> lines) {
    List<ImportRow> rows =
        lines.stream()
            .filter(CsvLine.Valid.class::isInstance)
            .map(line -> ((CsvLine.Valid) line).row())
            .toList();
    if (rows.isEmpty()) {
      return results(lines, row -> RowResult.failed(row, "", ""));
    }
    CommandEnvelope command = command(call, options, part, rows);
    return switch (log.decide(command, PATIENCE)) {
      case CommandResult.Decided<Reply>(Reply reply) -> decided(lines, reply);
      case CommandResult.Pending<Reply>() ->
          results(lines, row -> RowResult.pending(row, command.id()));
      case CommandResult.Unavailable<Reply>() ->
          results(lines, row -> failed(row, ErrorCode.LOG_UNAVAILABLE));
      case CommandResult.TooLarge<Reply>() ->
          results(lines, row -> failed(row, ErrorCode.PAYLOAD_TOO_LARGE));
    };
  }

  private static CommandEnvelope command(
      WriteRequest call, ImportParameters options, int part, List<ImportRow> rows) {
    Command asked = options.modeOrAdd().command(rows);
    return new CommandEnvelope(
        // A preview must not use up the key of the import.
        CommandIds.ofPart(
            call.caller().workspaceId(),
            call.caller().userId(),
            options.isPreview() ? null : call.idempotencyKey(),
            part),
        call.caller().workspaceId(),
        call.caller().actor(CommandOrigin.IMPORT),
        Sha256.hexOf(call.method(), call.path(), Json.MAPPER.writeValueAsString(hashed(asked))),
        call.request(),
        options.isPreview() ? new Preview(asked) : asked);
  }

  /// The content that identifies a retried part; for mode `add`, the rows alone.
  private static Object hashed(Command asked) {
    return asked instanceof ImportEntries(List<ImportRow> rows) ? rows : asked;
  }

  private List<RowResult> decided(List<CsvLine> lines, Reply reply) {
    Problem problem = reply.problem();
    if (problem != null) {
      return results(
          lines, row -> RowResult.failed(row, problem.code().wireName(), problem.message()));
    }
    readYourWrites.remember(reply.workspaceId(), reply.userId(), reply.sequence());
    List<RowResult> results = new ArrayList<>();
    int next = 0;
    for (CsvLine line : lines) {
      results.add(
          switch (line) {
            case CsvLine.Valid(long number, _, ImportRow row) ->
                RowResult.of(number, row, reply.items().get(next++));
            case CsvLine.Invalid(RowResult result) -> result;
          });
    }
    return results;
  }

  private static List<RowResult> results(List<CsvLine> lines, LongFunction<RowResult> ofGood) {
    return lines.stream()
        .map(
            line ->
                switch (line) {
                  case CsvLine.Valid(long number, _, _) -> ofGood.apply(number);
                  case CsvLine.Invalid(RowResult result) -> result;
                })
        .toList();
  }

  private static RowResult failed(long row, ErrorCode code) {
    return RowResult.failed(row, code.wireName(), code.meaning());
  }
}
