package io.timeledger.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// A generated password in a file that only its owner can read.
final class Password {
  private static final int BYTES = 16;

  private Password() {}

  /// Reads the file; generates a new password if there is none.
  static String in(Path file) {
    try {
      if (Files.exists(file) && Files.size(file) > 0) {
        return Files.readString(file).strip();
      }
      byte[] bytes = new byte[BYTES];
      new SecureRandom().nextBytes(bytes);
      String password = HexFormat.of().formatHex(bytes);
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, password);
      Files.move(fresh, file, ATOMIC_MOVE);
      return password;
    } catch (IOException e) {
      throw new UncheckedIOException("password " + file, e);
    }
  }
}
