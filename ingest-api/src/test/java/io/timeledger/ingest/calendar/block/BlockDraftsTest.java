package io.timeledger.ingest.calendar.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.ingest.calendar.rule.Proposal;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.id.CalendarRuleId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.resource.BlockKind;
import io.timeledger.schemas.resource.CalendarRuleEffect;
import io.timeledger.schemas.resource.EntityType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockDraftsTest {
  private static final Instant START = Instant.parse("2026-04-29T08:00:00Z");

  @Test
  void isTheMeetingItselfWithoutARule() {
    EntryDraft draft = BlockDrafts.draft(TestBlocks.meeting("Planning"), Proposal.NONE);

    assertThat(draft.description()).isEqualTo("Planning");
    assertThat(draft.entityType()).isEqualTo(EntityType.CALENDAR_EVENT);
    assertThat(draft.entityId()).isEqualTo("blk_1");
    assertThat(draft.billable()).isNull();
    assertThat(draft.tags()).isNull();
  }

  @Test
  void takesTheTaskOfARuleInPlaceOfTheMeeting() {
    EntryDraft draft =
        BlockDrafts.draft(TestBlocks.meeting("Planning"), proposal("t1", "Weekly", true));

    assertThat(draft.taskId()).isEqualTo(new TaskId("t1"));
    assertThat(draft.entityType()).isNull();
    assertThat(draft.entityId()).isNull();
    assertThat(draft.description()).isEqualTo("Weekly");
    assertThat(draft.billable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"ABSENCE, false", "MEETING, true"})
  void neverProposesAbsenceOrTentativeTimeAsBillable(BlockKind kind, boolean tentative) {
    CalendarBlock block = TestBlocks.block(kind, "x", tentative, START, START.plusSeconds(3600));

    assertThat(BlockDrafts.draft(block, proposal(null, null, true)).billable()).isFalse();
  }

  @Test
  void whatTheMemberSaysIsStronger() {
    CalendarBlock block = TestBlocks.meeting("Planning");
    EntryDraft draft =
        new ConvertBody(
                "Mine", null, null, new ProjectId("p2"), null, null, false, null, null, null)
            .toDraft(block, BlockDrafts.draft(block, proposal("t1", "Weekly", true)));

    assertThat(draft.description()).isEqualTo("Mine");
    assertThat(draft.projectId()).isEqualTo(new ProjectId("p2"));
    assertThat(draft.taskId()).isEqualTo(new TaskId("t1"));
    assertThat(draft.billable()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, all_day",
        "0, -, no_end",
        "0, 0, no_length",
        "0, 86401, longer_than_a_day",
        "0, 86400, -"
      })
  void saysWhyItsTimesMakeNoEntry(
      @Nullable Long start, @Nullable Long end, @Nullable String because) {
    CalendarBlock block =
        TestBlocks.block(
            BlockKind.MEETING,
            "x",
            false,
            start == null ? null : START.plusSeconds(start),
            end == null ? null : START.plusSeconds(end));

    assertThat(block.notConvertibleBecause()).isEqualTo(because);
    if (because != null) {
      assertThatThrownBy(
              () -> ConvertBody.EMPTY.toDraft(block, BlockDrafts.draft(block, Proposal.NONE)))
          .isInstanceOf(ApiException.class)
          .hasMessageContaining(because);
    }
  }

  private static Proposal proposal(
      @Nullable String task, @Nullable String description, @Nullable Boolean billable) {
    return new Proposal(
        new CalendarRuleEffect(
            false,
            null,
            task == null ? null : new TaskId(task),
            null,
            null,
            billable,
            List.of(),
            description),
        new CalendarRuleId("r"),
        null);
  }
}
