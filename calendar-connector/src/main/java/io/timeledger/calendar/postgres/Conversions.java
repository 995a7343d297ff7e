package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.isAny;
import static io.timeledger.schemas.jooq.calendar.Tables.CONVERSION;

import io.timeledger.calendar.fold.ConversionSnapshot;
import io.timeledger.calendar.intake.MemberKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/// Blocks that became entries which are not deleted.
final class Conversions {
  private Conversions() {}

  /// What was noted of each, by block; empty for one that was not seen since.
  static Map<String, Optional<ConversionSnapshot>> of(
      DSLContext tx, MemberKey member, Collection<String> blocks) {
    Map<String, Optional<ConversionSnapshot>> found = new HashMap<>();
    tx.select(CONVERSION.BLOCK_ID, CONVERSION.SNAPSHOT)
        .from(CONVERSION)
        .where(CONVERSION.WORKSPACE_ID.eq(member.workspaceId().value()))
        .and(CONVERSION.USER_ID.eq(member.userId().value()))
        .and(CONVERSION.ENTRY_DELETED.isFalse())
        .and(isAny(CONVERSION.BLOCK_ID, blocks))
        .forEach(
            row ->
                found.put(
                    row.get(CONVERSION.BLOCK_ID),
                    Optional.ofNullable(row.get(CONVERSION.SNAPSHOT)).map(StoredSnapshot::read)));
    return found;
  }

  static void note(DSLContext tx, MemberKey member, String block, ConversionSnapshot snapshot) {
    tx.update(CONVERSION)
        .set(CONVERSION.SNAPSHOT, StoredSnapshot.write(snapshot))
        .where(CONVERSION.WORKSPACE_ID.eq(member.workspaceId().value()))
        .and(CONVERSION.BLOCK_ID.eq(block))
        .execute();
  }
}
