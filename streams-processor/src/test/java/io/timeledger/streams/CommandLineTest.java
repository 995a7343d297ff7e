package io.timeledger.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The command line of the service, in a process of its own.
class CommandLineTest {

  @Test
  void refusesACommandThatIsNoneInsteadOfServing() throws IOException, InterruptedException {
    Process process = start("rebuid");

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .startsWith("streams-processor: no command rebuid")
        .contains("Usage: streams-processor", "rebuild ");
    assertThat(process.waitFor()).isEqualTo(2);
  }

  @Test
  void showsItsHelp() throws IOException, InterruptedException {
    Process process = start("--help");

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .startsWith("Usage: streams-processor");
    assertThat(process.waitFor()).isZero();
  }

  private static Process start(String argument) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            StreamsProcessor.class.getName(),
            argument)
        .redirectErrorStream(true)
        .start();
  }
}
