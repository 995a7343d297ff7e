package io.timeledger.local.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Parses a command line from left to right; options are `--name value` or `--name=value`.
public final class Arguments {
  private final Deque<String> rest;

  public Arguments(String... args) {
    rest = new ArrayDeque<>(List.of(args));
  }

  public boolean isEmpty() {
    return rest.isEmpty();
  }

  /// The next word; `--name=value` counts as two.
  public String next() {
    var word = rest.removeFirst();
    var equals = word.indexOf('=');
    if (word.startsWith("--") && equals > 0) {
      rest.addFirst(word.substring(equals + 1));
      return word.substring(0, equals);
    }
    return word;
  }

  public String valueOf(String option) {
    if (rest.isEmpty()) {
      throw new UsageException(option + " needs a value");
    }
    return rest.removeFirst();
  }

  public int portOf(String option) {
    var value = valueOf(option);
    try {
      var port = Integer.parseInt(value);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // same error as for a number out of range
    }
    throw new UsageException("%s wants a port from 0 to 65535, not %s".formatted(option, value));
  }
}
