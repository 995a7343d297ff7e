package io.timeledger.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultSequenceTest {

  @Test
  void comesInTheSameOrderFromTheSameSeed() {
    assertThat(first(40, 7)).isEqualTo(first(40, 7)).isNotEqualTo(first(40, 8));
  }

  @Test
  void killsEveryOtherTime() {
    List<Fault> faults = first(40, 7);
    for (int i = 0; i < faults.size(); i++) {
      assertThat(faults.get(i).isKill()).isEqualTo(i % 2 == 0);
    }
  }

  @Test
  void hasEveryFaultInIt() {
    assertThat(first(60, 7)).contains(Fault.values());
  }

  @Test
  void killsOnlyWhereThereIsNothingElse() {
    FaultSequence sequence =
        new FaultSequence(new Random(7), List.of(Fault.KILL_KAFKA, Fault.KILL_POSTGRES));
    assertThat(Stream.generate(sequence::next).limit(4))
        .containsOnly(Fault.KILL_KAFKA, Fault.KILL_POSTGRES);
  }

  @Test
  void leavesBrokersAloneWhereThereIsOne() {
    assertThat(Fault.ofOneBroker())
        .contains(Fault.KILL_KAFKA, Fault.STOP_INGEST_API)
        .doesNotContain(Fault.KILL_TWO_BROKERS, Fault.CUT_OFF_BROKER);
    assertThat(Fault.ofSeveralBrokers())
        .contains(Fault.KILL_KAFKA, Fault.KILL_TWO_BROKERS, Fault.CUT_OFF_BROKER)
        .doesNotContain(Fault.STOP_INGEST_API);
  }

  private static List<Fault> first(int count, long seed) {
    FaultSequence sequence = new FaultSequence(new Random(seed), List.of(Fault.values()));
    return Stream.generate(sequence::next).limit(count).toList();
  }
}
