package io.timeledger.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.schemas.reply.ErrorCode;
import org.junit.jupiter.api.Test;

class DateOrderEvidenceTest {

  @Test
  void aNumberOverTwelveIsTheDay() {
    assertThat(orderOf("04/05/2026", "04/29/2026")).isEqualTo(DateOrder.MDY);
    assertThat(orderOf("04/05/2026", "29/04/2026")).isEqualTo(DateOrder.DMY);
    assertThat(orderOf("29.04.2026")).isEqualTo(DateOrder.DMY);
  }

  @Test
  void aYearInFrontLeavesNoQuestion() {
    assertThat(orderOf("2026-04-05", "2026/04/05")).isEqualTo(DateOrder.YMD);
  }

  @Test
  void datesThatReadTheSameBothWaysAreNoReasonToRefuse() {
    assertThat(orderOf("04/04/2026", "05/05/2026")).isIn(DateOrder.MDY, DateOrder.DMY);
  }

  @Test
  void refusesToGuess() {
    refuses("04/05/2026", "06/07/2026");
  }

  @Test
  void refusesDatesThatContradictEachOther() {
    refuses("29/04/2026", "04/29/2026");
    refuses("29/04/2026", "2026-04-29");
  }

  private static void refuses(String... dates) {
    assertThatThrownBy(() -> orderOf(dates))
        .isInstanceOfSatisfying(
            UnreadableException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.DATE_ORDER_REQUIRED));
  }

  private static DateOrder orderOf(String... dates) {
    DateOrderEvidence evidence = new DateOrderEvidence();
    for (String date : dates) {
      evidence.see(date);
    }
    return evidence.order();
  }
}
