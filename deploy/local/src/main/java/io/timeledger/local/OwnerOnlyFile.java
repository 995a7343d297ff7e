package io.timeledger.local;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A file that only its owner can read, written atomically.
record OwnerOnlyFile(Path path) {

  void write(String content) {
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    FileAttribute<Set<PosixFilePermission>> ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try {
      Files.deleteIfExists(fresh);
      Files.createFile(fresh, ownerOnly);
      Files.writeString(fresh, content);
      Files.move(fresh, path, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("write " + path, e);
    }
  }
}
