package io.timeledger.ingest.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.timeledger.ingest.web.ResponseAbortedException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/// A CSV response (UTF-8), written row by row. A failure before the first byte is an error
/// response; a later one aborts the connection, so that no client takes half a file for a whole
/// one.
final class CsvAnswer {
  private CsvAnswer() {}

  /// @param rows passes each row to its argument, in order
  static void write(
      HttpServletResponse response,
      String file,
      CsvStyle style,
      List<String> header,
      Consumer<Consumer<List<String>>> rows) {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"%s\"".formatted(file));
    try {
      OutputStreamWriter out = new OutputStreamWriter(response.getOutputStream(), UTF_8);
      out.write(style.byteOrderMark());
      CsvWriter csv =
          CsvWriter.builder()
              .fieldSeparator(style.separator())
              .lineDelimiter(LineDelimiter.CRLF)
              .build(out);
      csv.writeRecord(header);
      rows.accept(row -> csv.writeRecord(row));
      csv.flush();
    } catch (RuntimeException e) {
      throw failed(response, e);
    } catch (IOException e) {
      throw failed(response, new UncheckedIOException(e));
    }
  }

  private static RuntimeException failed(HttpServletResponse response, RuntimeException e) {
    if (response.isCommitted()) {
      return new ResponseAbortedException(e);
    }
    response.resetBuffer();
    response.setHeader("Content-Disposition", null);
    return e;
  }
}
