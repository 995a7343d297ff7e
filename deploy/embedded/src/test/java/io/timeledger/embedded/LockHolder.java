package io.timeledger.embedded;

import java.io.IOException;
import java.nio.file.Path;

/// A process that holds a folder until its input ends or it is killed.
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] args) throws IOException {
    DataFolderLock.acquire(Path.of(args[0])).announce("serving http://127.0.0.1:1");
    System.out.println("held");
    System.in.read();
  }

  static Process start(Path folder) throws IOException {
    return OtherJvm.start(LockHolder.class, folder, "held");
  }
}
