package io.timeledger.ingest.calendar.block;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.command.EntryDraftBuilder;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.EntityType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of a conversion: values that replace those of the proposal.
record ConvertBody(
    @Nullable String description,
    @Nullable EntityType entityType,
    @Nullable String entityId,
    @Nullable ProjectId projectId,
    @Nullable TaskId taskId,
    @Nullable List<@Nullable String> tags,
    @Nullable Boolean billable,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable ZoneId timezone) {
  static final ConvertBody EMPTY =
      new ConvertBody(null, null, null, null, null, null, null, null, null, null);

  /// @throws ApiException naming every invalid field; `block_not_convertible` if the block's times
  ///     cannot be those of an entry and the body does not give both
  EntryDraft toDraft(CalendarBlock block, EntryDraft proposed) {
    EntryDraft draft = merged(proposed);
    String fault = block.notConvertibleBecause();
    if (fault != null && (startedAt == null || endedAt == null)) {
      throw ApiException.of(
          ErrorCode.BLOCK_NOT_CONVERTIBLE,
          startedAt == null ? "started_at" : "ended_at",
          "The times of the block cannot be those of an entry (%s): give started_at and ended_at."
              .formatted(fault));
    }
    return draft;
  }

  private EntryDraft merged(EntryDraft proposed) {
    FieldValidator form = new FieldValidator();
    form.id("entity_id", entityId);
    EntryDraftBuilder draft =
        EntryDraftBuilder.builder(proposed)
            .description(
                or(
                    form.text("description", description, FieldValidator.DESCRIPTION),
                    proposed.description()))
            .projectId(or(projectId, proposed.projectId()))
            .tags(or(form.tags("tags", tags), proposed.tags()))
            .billable(or(billable, proposed.billable()))
            .startedAt(or(form.instant("started_at", startedAt), proposed.startedAt()))
            .endedAt(or(form.instant("ended_at", endedAt), proposed.endedAt()))
            .timezone(or(form.zone("timezone", timezone), proposed.timezone()));
    if (taskId != null || entityType != null || entityId != null) {
      draft.taskId(taskId).entityType(entityType).entityId(entityId);
    }
    form.check();
    return draft.build();
  }

  private static <T> @Nullable T or(@Nullable T asked, @Nullable T proposed) {
    return asked == null ? proposed : asked;
  }
}
