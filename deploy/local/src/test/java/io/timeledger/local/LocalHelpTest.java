package io.timeledger.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.cli.Program;
import io.timeledger.local.importing.Import;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The scripts show the help from files, since they must not wait for a build. It is what the
/// commands themselves say. `-Dhelp.write=true` writes the files.
class LocalHelpTest {

  @Test
  void scriptsSayWhatTheCommandsSay() throws IOException {
    compare("up", new Program<>(UpOptions.class, _ -> 0).usage());
    compare("operate", new Program<>(OperateOptions.class, _ -> 0).usage());
    compare("console", new Program<>(ConsoleOptions.class, _ -> 0).usage());
    compare("import", Import.usage());
  }

  private static void compare(String script, String usage) throws IOException {
    Path file = Path.of("src", "main", "help", script + ".txt");
    if (Boolean.getBoolean("help.write")) {
      Files.writeString(file, usage);
    }
    assertThat(Files.readString(file)).isEqualTo(usage);
  }
}
