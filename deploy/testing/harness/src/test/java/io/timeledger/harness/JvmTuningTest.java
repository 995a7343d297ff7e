package io.timeledger.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class JvmTuningTest {

  @Test
  void leavesTheJvmAsItIsUnlessAskedTo() {
    JvmTuning tuning = new JvmTuning(OptionalInt.empty(), false, null);

    assertThat(tuning.environment("ingest-api-0")).isEmpty();
    assertThat(tuning.heapMegabytes(ServiceKind.INGEST_API)).isEqualTo(160);
  }

  @Test
  void putsAllOptionsInOneVariable() {
    JvmTuning tuning = new JvmTuning(OptionalInt.of(768), true, Path.of("/recordings"));

    assertThat(tuning.environment("ingest-api-0"))
        .containsOnlyKeys("JDK_JAVA_OPTIONS")
        .extractingByKey("JDK_JAVA_OPTIONS")
        .asString()
        .startsWith("-XX:TieredStopAtLevel=1 -XX:StartFlightRecording=")
        .contains("filename=/recordings/ingest-api-0-");
    assertThat(tuning.heapMegabytes(ServiceKind.INGEST_API)).isEqualTo(768);
  }
}
