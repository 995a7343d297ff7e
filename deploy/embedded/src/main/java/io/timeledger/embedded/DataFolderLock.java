package io.timeledger.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/// Exclusive use of a data folder, held until closed or until the process ends in whatever way.
///
/// A second broker on a live folder destroys the first one's metadata log, so this is taken before
/// any Kafka class sees the folder. The lock is the operating system's: a killed process leaves
/// none behind. The file's content names the holder, for the error message.
public final class DataFolderLock implements AutoCloseable {
  private static final String FILE = "timeledger.lock";
  // POSIX drops a process's lock on a file when the process closes any descriptor of it, so a
  // folder that this JVM holds must be refused without opening the file again. Holding the locks
  // here also keeps the collector from closing one that its owner lost sight of.
  private static final Map<Path, DataFolderLock> HELD_HERE = new HashMap<>();

  private final Path folder;
  private final FileChannel channel;
  private final String self;
  private volatile String holder;

  private DataFolderLock(Path folder, FileChannel channel, String self) {
    this.folder = folder;
    this.channel = channel;
    this.self = self;
    this.holder = self;
  }

  /// Takes the folder, creating it if need be.
  ///
  /// @throws DataFolderInUseException at once if a running process has it
  public static DataFolderLock acquire(Path dataFolder) {
    try {
      Path folder = Files.createDirectories(dataFolder).toRealPath();
      synchronized (HELD_HERE) {
        DataFolderLock held = HELD_HERE.get(folder);
        if (held != null) {
          throw new DataFolderInUseException(folder, held.holder);
        }
        DataFolderLock lock = lock(folder);
        HELD_HERE.put(folder, lock);
        return lock;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("lock " + dataFolder, e);
    }
  }

  private static DataFolderLock lock(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    FileChannel channel = FileChannel.open(file, CREATE, WRITE);
    try {
      if (channel.tryLock() == null) {
        throw new DataFolderInUseException(folder, Files.readString(file).strip());
      }
      Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      String self = "pid %d since %s".formatted(ProcessHandle.current().pid(), now);
      DataFolderLock lock = new DataFolderLock(folder, channel, self);
      lock.write(self);
      return lock;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// Adds information for the error message of others, such as the address served from this folder.
  public void announce(String what) {
    holder = self + ", " + what;
    try {
      write(holder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    channel.truncate(0);
    channel.position(0);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() {
    synchronized (HELD_HERE) {
      if (!HELD_HERE.remove(folder, this)) {
        return;
      }
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
