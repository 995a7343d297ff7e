package io.timeledger.ingest.calendar.block;

import io.timeledger.ingest.calendar.rule.Proposal;
import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.command.EntryDraftBuilder;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.BlockKind;
import io.timeledger.schemas.resource.CalendarRuleEffect;
import io.timeledger.schemas.resource.EntityType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The entry draft of a block. A value comes from its proposal, otherwise from the block: by
/// default the entity is the meeting and the description its title.
final class BlockDrafts {
  private BlockDrafts() {}

  static EntryDraft draft(CalendarBlock block, Proposal proposal) {
    CalendarRuleEffect effect = proposal.effect();
    EntryDraftBuilder draft =
        EntryDraftBuilder.builder()
            .description(block.title())
            .entityType(EntityType.CALENDAR_EVENT)
            .entityId(block.id().value())
            .startedAt(block.startedAt())
            .endedAt(block.endedAt())
            .timezone(block.timezone());
    if (effect != null) {
      draft
          .projectId(effect.projectId())
          .tags(effect.tags().isEmpty() ? null : effect.tags())
          .billable(effect.billable());
      if (effect.description() != null) {
        draft.description(effect.description());
      }
      if (effect.taskId() != null) {
        draft.taskId(effect.taskId()).entityType(null).entityId(null);
      } else if (effect.entityType() != null) {
        draft.entityType(effect.entityType()).entityId(effect.entityId());
      }
    }
    // absences and tentative meetings are not billable by default, even if a rule says so
    if (block.kind() == BlockKind.ABSENCE || block.tentative()) {
      draft.billable(false);
    }
    return draft.build();
  }

  static ObjectNode proposed(CalendarBlock block, Proposal proposal) {
    EntryDraft draft = draft(block, proposal);
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("project_id", text(draft.projectId()));
    json.set("entity_type", Json.MAPPER.valueToTree(draft.entityType()));
    json.put("entity_id", draft.entityId());
    json.put("task_id", text(draft.taskId()));
    json.set("tags", Json.MAPPER.valueToTree(draft.tags()));
    json.put("billable", draft.billable());
    json.put("description", draft.description());
    json.put("rule_id", text(proposal.ruleId()));
    json.put("contact_id", text(proposal.contactId()));
    return json;
  }

  private static @Nullable String text(@Nullable Object id) {
    return id == null ? null : id.toString();
  }
}
