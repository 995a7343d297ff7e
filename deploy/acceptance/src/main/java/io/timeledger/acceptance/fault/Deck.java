package io.timeledger.acceptance.fault;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/// The faults in the order in which they come, for ever: every other is a kill, and none comes a
/// third time before each came once.
final class Deck {
  private final Random random;
  private final Deque<Fault> kills = new ArrayDeque<>();
  private final Deque<Fault> others = new ArrayDeque<>();
  private boolean killNext = true;

  Deck(Random random) {
    this.random = random;
  }

  Fault next() {
    Fault next = draw(killNext ? kills : others, killNext);
    killNext = !killNext;
    return next;
  }

  private Fault draw(Deque<Fault> pile, boolean kill) {
    if (pile.isEmpty()) {
      List<Fault> all =
          new ArrayList<>(
              Arrays.stream(Fault.values()).filter(fault -> fault.isKill() == kill).toList());
      Collections.shuffle(all, random);
      pile.addAll(all);
    }
    return pile.remove();
  }
}
