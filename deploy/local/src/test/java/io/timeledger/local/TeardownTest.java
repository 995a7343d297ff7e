package io.timeledger.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.local.Teardown.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeardownTest {
  private final Teardown teardown = new Teardown();
  private final List<String> closed = new ArrayList<>();

  @Test
  void closesUsersBeforeWhatTheyUseInWhateverOrderTheyCame() {
    add(Stage.POSTGRES, "postgres");
    add(Stage.API, "api");
    add(Stage.KAFKA, "kafka");
    add(Stage.STREAMS, "streams");
    teardown.run();
    teardown.run();
    assertThat(closed).containsExactly("api", "streams", "kafka", "postgres");
  }

  @Test
  void goesOnWhenAPartFails() {
    teardown.add(
        Stage.API,
        () -> {
          throw new IllegalStateException("cannot stop");
        });
    add(Stage.KAFKA, "kafka");
    teardown.run();
    assertThat(closed).containsExactly("kafka");
  }

  @Test
  void closesAtOnceWhatComesTooLate() {
    teardown.run();
    assertThatThrownBy(() -> add(Stage.API, "late")).isInstanceOf(StartFailedException.class);
    assertThat(closed).containsExactly("late");
  }

  private void add(Stage stage, String name) {
    teardown.add(stage, (AutoCloseable) () -> closed.add(name));
  }
}
