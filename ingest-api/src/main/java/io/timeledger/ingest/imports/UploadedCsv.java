package io.timeledger.ingest.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A CSV file with a header, read row by row: RFC 4180 quoting, the rest by its dialect.
final class UploadedCsv implements Iterator<CsvRow>, AutoCloseable {
  private static final int MAX_ROW_CHARACTERS = 1 << 20;

  private final Dialect dialect;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final Columns columns;
  private @Nullable CsvRecord next;
  private long number;

  /// @throws UnreadableException when the header or a column of the format is missing
  /// @throws MappingException when it lacks one that the caller named
  static UploadedCsv open(Path path, Layout layout) throws IOException {
    Dialect dialect = Dialect.of(path, cells -> layout.known(HeaderRow.of(cells)));
    FileChannel channel = FileChannel.open(path).position(dialect.start());
    CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(dialect.separator())
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(MAX_ROW_CHARACTERS)
            .ofCsvRecord(
                Channels.newReader(
                    channel,
                    dialect
                        .charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT),
                    -1));
    try {
      return new UploadedCsv(dialect, reader, layout);
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private UploadedCsv(Dialect dialect, CsvReader<CsvRecord> reader, Layout layout) {
    this.dialect = dialect;
    this.reader = reader;
    this.records = reader.iterator();
    if (!hasNext()) {
      throw UnreadableException.of("The file is empty.");
    }
    this.columns =
        Columns.of(layout, HeaderRow.of(Objects.requireNonNull(next).getFields()))
            .require(layout.format());
    next = null;
  }

  Dialect dialect() {
    return dialect;
  }

  Columns columns() {
    return columns;
  }

  /// Skips rows without any text, but counts them.
  @Override
  public boolean hasNext() {
    try {
      while (next == null && records.hasNext()) {
        CsvRecord row = records.next();
        number++;
        next = row.getFields().stream().allMatch(String::isBlank) ? null : row;
      }
      return next != null;
    } catch (CsvParseException | UncheckedIOException e) {
      throw broken(e);
    }
  }

  @Override
  public CsvRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    CsvRecord row = Objects.requireNonNull(next);
    next = null;
    return new CsvRow(number, columns.found(), row.getFields());
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private UnreadableException broken(RuntimeException e) {
    return UnreadableException.of(
        e instanceof UncheckedIOException
            ? "The file is not %s after row %d: save it as CSV in UTF-8."
                .formatted(dialect.charset(), number)
            : "The file is not CSV after row %d: a quote is not closed, or a row is too long."
                .formatted(number));
  }
}
