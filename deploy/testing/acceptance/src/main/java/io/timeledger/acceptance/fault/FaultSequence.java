package io.timeledger.acceptance.fault;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/// An endless sequence of faults. Every other is a kill, if there are kills and others; none occurs
/// a third time before each occurred once.
final class FaultSequence {
  private final Random random;
  private final Collection<Fault> all;
  private final Deque<Fault> kills = new ArrayDeque<>();
  private final Deque<Fault> others = new ArrayDeque<>();
  private boolean killNext = true;

  /// @param all at least one
  FaultSequence(Random random, Collection<Fault> all) {
    this.random = random;
    this.all = List.copyOf(all);
  }

  Fault next() {
    if (all.stream().noneMatch(fault -> fault.isKill() == killNext)) {
      killNext = !killNext;
    }
    Fault next = draw(killNext ? kills : others, killNext);
    killNext = !killNext;
    return next;
  }

  private Fault draw(Deque<Fault> pile, boolean kill) {
    if (pile.isEmpty()) {
      List<Fault> shuffled =
          new ArrayList<>(all.stream().filter(fault -> fault.isKill() == kill).toList());
      Collections.shuffle(shuffled, random);
      pile.addAll(shuffled);
    }
    return pile.remove();
  }
}
