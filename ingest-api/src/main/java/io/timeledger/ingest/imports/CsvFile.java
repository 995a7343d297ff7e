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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/// A CSV file with a header, read row by row: UTF-8 with or without byte order mark, RFC 4180
/// quoting.
final class CsvFile implements Iterator<CsvRow>, AutoCloseable {
  private static final int MAX_ROW_CHARACTERS = 1 << 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final Map<Column, Integer> columns;
  private long number = 1;

  /// @throws UnreadableException when there is no header, or it lacks a column of the format
  static CsvFile open(Path path, ImportFormat format) throws IOException {
    FileChannel channel = FileChannel.open(path);
    return new CsvFile(
        CsvReader.builder()
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(MAX_ROW_CHARACTERS)
            .ofCsvRecord(
                Channels.newReader(
                    channel,
                    StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT),
                    -1)),
        format);
  }

  private CsvFile(CsvReader<CsvRecord> reader, ImportFormat format) {
    this.reader = reader;
    this.records = reader.iterator();
    this.columns = columns(format);
  }

  @Override
  public boolean hasNext() {
    try {
      return records.hasNext();
    } catch (CsvParseException | UncheckedIOException e) {
      throw broken(e);
    }
  }

  @Override
  public CsvRow next() {
    try {
      CsvRecord row = records.next();
      number++;
      return new CsvRow(number, columns, row.getFields());
    } catch (CsvParseException | UncheckedIOException e) {
      throw broken(e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private Map<Column, Integer> columns(ImportFormat format) {
    Map<Column, Integer> found = new EnumMap<>(Column.class);
    List<String> headers = headers();
    for (Column column : Column.values()) {
      int index = headers.indexOf(column.header());
      if (index >= 0) {
        found.put(column, index);
      }
    }
    String missing =
        Arrays.stream(Column.values())
            .filter(column -> format.needs(column) && !found.containsKey(column))
            .map(Column::header)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw UnreadableException.of("Columns are missing: %s.".formatted(missing));
    }
    return found;
  }

  private List<String> headers() {
    try {
      return records.next().getFields().stream()
          .map(header -> header.startsWith(BYTE_ORDER_MARK) ? header.substring(1) : header)
          .map(Column::normalized)
          .toList();
    } catch (NoSuchElementException e) {
      throw UnreadableException.of("The file is empty.");
    } catch (CsvParseException | UncheckedIOException e) {
      throw broken(e);
    }
  }

  private UnreadableException broken(RuntimeException e) {
    return UnreadableException.of(
        e instanceof UncheckedIOException
            ? "The file is not UTF-8 after row %d.".formatted(number)
            : "The file is not CSV after row %d: a quote is not closed, or a row is too long."
                .formatted(number));
  }
}
