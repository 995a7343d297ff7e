package io.timeledger.bench.idle;

import static java.util.stream.Collectors.summingLong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// CPU time of a process and its threads, and its memory, from Linux's proc(5).
final class ProcessTimes {
  private static final long MILLIS_PER_TICK = 10; // USER_HZ is 100 on every platform of ours
  private static final int UTIME = 13; // of the fields of `stat`, from 0
  private static final int STIME = 14;

  private ProcessTimes() {}

  /// User and system time in milliseconds; 0 for a process that has ended.
  static long millis(long pid) {
    return millis(Path.of("/proc/" + pid + "/stat"));
  }

  /// The same per thread name, with numbers removed.
  static Map<String, Long> millisOfThreads(long pid) {
    try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
      return threads.collect(
          Collectors.groupingBy(
              ProcessTimes::name,
              TreeMap::new,
              summingLong(thread -> millis(thread.resolve("stat")))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Resident memory in kilobytes; shared memory counts in equal parts for each process.
  static long residentKilobytes(long pid) {
    return read(Path.of("/proc/" + pid + "/smaps_rollup"))
        .lines()
        .filter(line -> line.startsWith("Pss:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .sum();
  }

  private static String name(Path thread) {
    String name = read(thread.resolve("comm")).strip().replaceAll("[-#_]?[0-9]+", "");
    return name.isEmpty() ? "?" : name;
  }

  /// The name in `stat` may contain spaces and brackets; the last bracket ends it.
  private static long millis(Path stat) {
    String text = read(stat);
    if (text.isEmpty()) {
      return 0;
    }
    List<String> fields = List.of(text.substring(text.lastIndexOf(')') + 2).split(" "));
    return MILLIS_PER_TICK
        * (Long.parseLong(fields.get(UTIME - 2)) + Long.parseLong(fields.get(STIME - 2)));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      if (!Files.exists(file)) {
        return "";
      }
      throw new UncheckedIOException(e);
    }
  }
}
