package io.timeledger.ingest.postgres;

import io.timeledger.ingest.read.VisibleMembers;
import io.timeledger.schemas.id.Id;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.Json;
import java.time.Instant;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// Conditions of a list, always within one workspace; a null filter adds none.
final class Where {
  private Condition condition;

  private Where(Condition condition) {
    this.condition = condition;
  }

  static Where in(WorkspaceId workspace, Field<String> column) {
    return new Where(column.eq(workspace.value()));
  }

  Where id(Field<String> column, @Nullable Id value) {
    return and(value, id -> column.eq(id.value()));
  }

  /// Rows of the members visible to the reader.
  Where in(Field<String> column, VisibleMembers visible) {
    return and(
        visible.members(), members -> column.in(members.stream().map(UserId::value).toList()));
  }

  <T> Where eq(Field<T> column, @Nullable T value) {
    return and(value, column::eq);
  }

  /// Tables store constants in wire format.
  Where constant(Field<String> column, @Nullable Enum<?> value) {
    return and(value, constant -> column.eq(Json.MAPPER.valueToTree(constant).asString()));
  }

  <T> Where from(Field<T> column, @Nullable T value) {
    return and(value, column::ge);
  }

  <T> Where to(Field<T> column, @Nullable T value) {
    return and(value, column::le);
  }

  Where after(Field<Instant> column, @Nullable Instant value) {
    return and(value, column::gt);
  }

  Where before(Field<Instant> column, @Nullable Instant value) {
    return and(value, column::lt);
  }

  /// Rows with a time in the column are deleted, and included only on request.
  Where unlessGone(Field<Instant> column, @Nullable Boolean include) {
    return Boolean.TRUE.equals(include) ? this : also(column.isNull());
  }

  Where present(Field<?> column, @Nullable Boolean present) {
    return and(present, is -> is ? column.isNotNull() : column.isNull());
  }

  <T> Where and(@Nullable T value, Function<T, Condition> toCondition) {
    return value == null ? this : also(toCondition.apply(value));
  }

  Condition condition() {
    return condition;
  }

  private Where also(Condition more) {
    condition = condition.and(more);
    return this;
  }
}
