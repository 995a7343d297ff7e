package io.timeledger.schemas.resource;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// Sets of constants in the order of their declaration, so that equal resources have equal JSON:
/// `Set.copyOf` orders differently in each run of the JVM.
public final class SortedSets {
  private SortedSets() {}

  public static <E extends Enum<E>> Set<E> copyOf(Collection<E> constants) {
    return Collections.unmodifiableSet(new TreeSet<>(constants));
  }
}
