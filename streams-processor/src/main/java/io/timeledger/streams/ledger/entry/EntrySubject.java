package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.command.EntryPatch;
import io.timeledger.schemas.id.Id;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.resource.EntityType;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.Refusal;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The entity of an entry. For a task, either of the two fields may name it; two different values
/// are refused. All but internal time has an entity.
record EntrySubject(EntityType type, @Nullable String entityId, @Nullable TaskId taskId) {

  /// @throws Refusal when the fields are inconsistent
  static EntrySubject of(EntryDraft draft) {
    EntityType otherwise = draft.taskId() == null ? EntityType.INTERNAL : EntityType.TASK;
    return checked(
        Objects.requireNonNullElse(draft.entityType(), otherwise),
        draft.entityId(),
        draft.taskId());
  }

  /// A patch that changes the entity type must name the new entity; a task of the old type is
  /// dropped.
  ///
  /// @throws Refusal when the fields are inconsistent
  static EntrySubject of(TimeEntry before, EntryPatch patch) {
    EntityType type = patch.entityType().orKeepNonNull(before.entityType());
    boolean turned = type != before.entityType();
    boolean task = type == EntityType.TASK;
    String entityId =
        turned || (task && patch.taskId().present())
            ? patch.entityId().orKeep(null)
            : patch.entityId().orKeep(before.entityId());
    TaskId taskId =
        (turned && before.entityType() == EntityType.TASK) || (task && patch.entityId().present())
            ? patch.taskId().orKeep(null)
            : patch.taskId().orKeep(before.taskId());
    return checked(type, entityId, taskId);
  }

  private static EntrySubject checked(
      EntityType type, @Nullable String entityId, @Nullable TaskId taskId) {
    if (entityId != null && !Id.isValid(entityId)) {
      throw Refusal.invalid("entity_id", "expected " + Id.RULE);
    }
    if (type == EntityType.INTERNAL && entityId != null) {
      throw Refusal.invalid("entity_id", "internal time has no entity_id");
    }
    if (type == EntityType.TASK) {
      return ofTask(entityId, taskId);
    }
    if (type != EntityType.INTERNAL && entityId == null) {
      throw missing(type);
    }
    return new EntrySubject(type, entityId, taskId);
  }

  private static EntrySubject ofTask(@Nullable String entityId, @Nullable TaskId taskId) {
    if (entityId != null && taskId != null && !entityId.equals(taskId.value())) {
      throw Refusal.invalid("task_id", "is another task than entity_id names");
    }
    if (taskId != null) {
      return new EntrySubject(EntityType.TASK, taskId.value(), taskId);
    }
    if (entityId == null) {
      throw missing(EntityType.TASK);
    }
    return new EntrySubject(EntityType.TASK, entityId, new TaskId(entityId));
  }

  private static Refusal missing(EntityType type) {
    return Refusal.invalid(
        "entity_id", "is missing for entity_type " + type.name().toLowerCase(Locale.ROOT));
  }
}
