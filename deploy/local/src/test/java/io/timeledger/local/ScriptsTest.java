package io.timeledger.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Scripts name the classes that they start, and no compiler checks that.
class ScriptsTest {
  private static final Pattern RUN =
      Pattern.compile("^(?:exec )?run ([A-Za-z.]+) ", Pattern.MULTILINE);

  @ParameterizedTest
  @ValueSource(strings = {"up", "import", "operate", "console"})
  void startAClassThatIsThere(String script) throws IOException, ReflectiveOperationException {
    Matcher run = RUN.matcher(Files.readString(Path.of(script)));

    assertThat(run.find()).as("%s runs a class", script).isTrue();
    Class<?> started = Class.forName("io.timeledger.local." + run.group(1));
    assertThat(started.getMethod("main", String[].class)).isNotNull();
  }
}
