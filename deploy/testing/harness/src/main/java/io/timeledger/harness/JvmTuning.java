package io.timeledger.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Options of the services' JVMs.
///
/// @param heapMegabytes of every service; empty for one by the kind of service
/// @param shortLived whether only the first compiler runs, as suits processes that start often
/// @param recordings folder for flight recordings; null for none
record JvmTuning(OptionalInt heapMegabytes, boolean shortLived, @Nullable Path recordings) {

  int heapMegabytes(ServiceKind kind) {
    return heapMegabytes.orElse(kind.heapMegabytes());
  }

  /// @param name of the process
  Map<String, String> environment(String name) {
    List<String> options = new ArrayList<>();
    if (shortLived) {
      options.add("-XX:TieredStopAtLevel=1");
    }
    if (recordings != null) {
      options.add(
          "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
              + recordings.toAbsolutePath().resolve(name + "-%p.jfr"));
    }
    return options.isEmpty() ? Map.of() : Map.of("JDK_JAVA_OPTIONS", String.join(" ", options));
  }
}
