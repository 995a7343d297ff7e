package io.timeledger.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeckTest {

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
    assertThat(first(40, 7)).contains(Fault.values());
  }

  private static List<Fault> first(int count, long seed) {
    Deck deck = new Deck(new Random(seed));
    return Stream.generate(deck::next).limit(count).toList();
  }
}
