package io.timeledger.ingest.imports;

import static io.timeledger.schemas.reply.ErrorCode.PAYLOAD_TOO_LARGE;

import io.timeledger.ingest.web.body.BodyTooLargeException;
import io.timeledger.ingest.web.error.ApiException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A body on disk, so that it can be read twice: first to check it, then to import it. Deleted on
/// close.
record Spool(Path path) implements AutoCloseable {

  static Spool of(InputStream body) throws IOException {
    Spool spool = new Spool(Files.createTempFile("timeledger-import", ".csv"));
    try {
      Files.copy(body, spool.path, StandardCopyOption.REPLACE_EXISTING);
      return spool;
    } catch (BodyTooLargeException e) {
      spool.close();
      throw ApiException.of(PAYLOAD_TOO_LARGE, PAYLOAD_TOO_LARGE.meaning());
    } catch (IOException e) {
      spool.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
