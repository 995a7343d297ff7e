package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.isAny;
import static io.timeledger.schemas.jooq.calendar.Tables.CONVERSION;

import io.timeledger.calendar.fold.ConversionSnapshot;
import io.timeledger.calendar.intake.MemberKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/// Conversions of blocks whose entries are not deleted.
///
/// @param unseen blocks without a snapshot: not folded since the conversion
/// @param noted snapshots of the other blocks, by block
record Conversions(Set<String> unseen, Map<String, ConversionSnapshot> noted) {

  static Conversions of(DSLContext tx, MemberKey member, Collection<String> blocks) {
    Set<String> unseen = new HashSet<>();
    Map<String, ConversionSnapshot> noted = new HashMap<>();
    tx.select(CONVERSION.BLOCK_ID, CONVERSION.SNAPSHOT)
        .from(CONVERSION)
        .where(CONVERSION.WORKSPACE_ID.eq(member.workspaceId().value()))
        .and(CONVERSION.USER_ID.eq(member.userId().value()))
        .and(CONVERSION.ENTRY_DELETED.isFalse())
        .and(isAny(CONVERSION.BLOCK_ID, blocks))
        .forEach(
            row -> {
              JSONB snapshot = row.value2();
              if (snapshot == null) {
                unseen.add(row.value1());
              } else {
                noted.put(row.value1(), StoredSnapshot.read(snapshot));
              }
            });
    return new Conversions(unseen, noted);
  }

  /// The snapshot of the block at its conversion.
  Optional<ConversionSnapshot> then(String block) {
    return Optional.ofNullable(noted.get(block));
  }

  static void note(DSLContext tx, MemberKey member, String block, ConversionSnapshot snapshot) {
    tx.update(CONVERSION)
        .set(CONVERSION.SNAPSHOT, StoredSnapshot.write(snapshot))
        .where(CONVERSION.WORKSPACE_ID.eq(member.workspaceId().value()))
        .and(CONVERSION.BLOCK_ID.eq(block))
        .execute();
  }
}
