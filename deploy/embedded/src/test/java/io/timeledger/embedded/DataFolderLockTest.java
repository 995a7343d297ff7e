package io.timeledger.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderLockTest {
  @TempDir private Path folder;

  @Test
  void refusesTheSameJvmAndNamesWhatIsServed() {
    try (DataFolderLock lock = DataFolderLock.acquire(folder)) {
      lock.announce("serving http://127.0.0.1:8080");
      for (int attempt = 0; attempt < 2; attempt++) {
        assertThatThrownBy(() -> DataFolderLock.acquire(folder.resolve(".")))
            .isInstanceOf(DataFolderInUseException.class)
            .hasMessageContaining("pid " + ProcessHandle.current().pid())
            .hasMessageContaining("serving http://127.0.0.1:8080");
      }
    }
    DataFolderLock.acquire(folder).close();
  }

  @Test
  void refusesWhatAnotherProcessHoldsUntilThatIsKilled() throws IOException, InterruptedException {
    Process holder = LockHolder.start(folder);
    try {
      assertThatThrownBy(() -> DataFolderLock.acquire(folder))
          .isInstanceOf(DataFolderInUseException.class)
          .hasMessageContaining("pid " + holder.pid())
          .hasMessageContaining("serving http://127.0.0.1:1");
    } finally {
      holder.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    DataFolderLock.acquire(folder).close();
  }
}
