package io.timeledger.ingest.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.ImportedRow;
import io.timeledger.schemas.reply.NamedRecord;
import io.timeledger.schemas.resource.ResourceType;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One line of JSON per row, in decision order, and a final line with the counts and the detected
/// file format. Flushes each result as soon as it is known.
final class ImportAnswer {
  private static final List<ResourceType> DIRECTORY =
      List.of(ResourceType.MEMBER, ResourceType.CLIENT, ResourceType.PROJECT, ResourceType.TASK);

  private final OutputStream out;
  private final FileSurvey survey;
  private final ImportParameters options;
  private final Set<NamedRecord> created = new HashSet<>();
  private long deleted;
  private long warned;
  private final Map<RowResult.Status, Long> counts = new EnumMap<>(RowResult.Status.class);

  ImportAnswer(OutputStream out, FileSurvey survey, ImportParameters options) {
    this.out = out;
    this.survey = survey;
    this.options = options;
  }

  void write(List<RowResult> results) throws IOException {
    // Only for these results; rows of other chunks are unknown here.
    Map<String, Long> previewed = new HashMap<>();
    for (RowResult result : results) {
      counts.merge(result.status(), 1L, Long::sum);
      ImportedRow imported = result.imported();
      if (imported != null) {
        deleted += imported.deleted().size();
        warned += imported.sameTimes().isEmpty() ? 0 : 1;
      }
      if (options.isPreview() && result.status() == RowResult.Status.CREATED) {
        previewed.put(String.valueOf(result.id()), result.row());
      }
      // Preview commands do not see each other, so several can claim to create the same record.
      write(result.json(named -> named.created() && created.add(named), previewed));
    }
    out.flush();
  }

  void end() throws IOException {
    ObjectNode summary = Json.MAPPER.createObjectNode();
    summary.put("rows", counts.values().stream().mapToLong(Long::longValue).sum());
    summary.put("created", count(RowResult.Status.CREATED));
    summary.put("existing", count(RowResult.Status.EXISTS));
    summary.put("skipped", count(RowResult.Status.SKIPPED));
    summary.put("failed", count(RowResult.Status.FAILED));
    summary.put("pending", count(RowResult.Status.PENDING));
    summary.put("deleted", deleted);
    summary.put("warnings", warned);
    for (ResourceType type : DIRECTORY) {
      summary.put("created_%ss".formatted(type.wireName()), created(type));
    }
    summary.put("preview", options.isPreview());
    summary.put("mode", options.modeOrAdd().wireName());
    summary.put("rows_of_caller", survey.owner() == RowOwner.CALLER ? survey.rows() : 0);
    summary.set("columns", Json.MAPPER.valueToTree(survey.columns().read()));
    summary.set("unread_columns", Json.MAPPER.valueToTree(survey.columns().unread()));
    summary.put("separator", String.valueOf(survey.dialect().separator()));
    summary.put("date_order", survey.dateOrder().wireName());
    ZoneId timezone = options.timezone();
    summary.put("timezone", timezone == null ? null : timezone.getId());
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.set("summary", summary);
    write(line);
    out.flush();
  }

  private long created(ResourceType type) {
    return created.stream().filter(named -> named.type() == type).count();
  }

  private long count(RowResult.Status status) {
    return counts.getOrDefault(status, 0L);
  }

  private void write(JsonNode json) throws IOException {
    out.write((json + "\n").getBytes(UTF_8));
  }
}
