package io.timeledger.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import com.sun.security.auth.module.UnixSystem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// `initdb`, `pg_ctl` and `postgres` for this machine, unpacked once per user from the class path
/// into the cache folder. Safe for concurrent processes.
final class PostgresBinaries {
  private PostgresBinaries() {}

  /// The folder with `bin`, `lib` and `share`.
  static Path unpacked() {
    String archive = "postgres-%s-%s.txz".formatted(system(), architecture());
    try {
      Path target = cache().resolve("postgres-" + checksum(archive));
      return Files.isDirectory(target) ? target : unpack(archive, target);
    } catch (IOException e) {
      throw new UncheckedIOException("unpack " + archive, e);
    }
  }

  private static String system() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")
        ? "darwin"
        : "linux";
  }

  private static String architecture() {
    return switch (System.getProperty("os.arch")) {
      case "aarch64", "arm64" -> "arm_64";
      default -> "x86_64";
    };
  }

  private static Path cache() throws IOException {
    return Files.createDirectories(cacheRoot().resolve("timeledger"));
  }

  // the user that PostgreSQL runs as cannot read root's own cache
  private static Path cacheRoot() {
    if (new UnixSystem().getUid() == 0) {
      return Path.of("/var/cache");
    }
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(line -> !line.isBlank())
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
  }

  private static String checksum(String archive) throws IOException {
    CRC32 sum = new CRC32();
    try (CheckedInputStream in = new CheckedInputStream(open(archive), sum)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return Long.toHexString(sum.getValue());
  }

  private static InputStream open(String archive) throws IOException {
    InputStream in = PostgresBinaries.class.getResourceAsStream("/" + archive);
    if (in == null) {
      throw new IOException("no PostgreSQL binaries for this platform: " + archive);
    }
    return in;
  }

  private static Path unpack(String archive, Path target) throws IOException {
    Path fresh = Files.createTempDirectory(target.getParent(), "unpacking-");
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZInputStream(new BufferedInputStream(open(archive), 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        place(tar, entry, fresh.resolve(entry.getName()).normalize());
      }
    }
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      Files.move(fresh, target, ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(target)) {
        throw e;
      }
      Folders.delete(fresh);
    }
    return target;
  }

  private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, file);
      boolean executable = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
