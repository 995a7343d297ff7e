package io.timeledger.ingest.imports;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The encoding and separator of a file, detected from its beginning: UTF-8, or UTF-16 with a byte
/// order mark.
///
/// @param start bytes before the header
record Dialect(Charset charset, int start, char separator) {
  private static final int ENOUGH = 1 << 16;
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
  private static final Pattern SEPARATOR_LINE =
      Pattern.compile("\"?sep=(?<separator>[,;\\t])\"?[,;\\t]*(?:\\r\\n|\\r|\\n)");

  /// @param known counts the recognized headers in a line
  /// @throws UnreadableException when the file is not CSV
  static Dialect of(Path path, ToLongFunction<List<String>> known) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(ENOUGH);
    }
    FileSignature.refuse(head);
    Charset charset = charset(head);
    int mark = mark(head, charset);
    String text = new String(head, mark, head.length - mark, charset);
    Matcher told = SEPARATOR_LINE.matcher(text);
    if (told.lookingAt()) {
      int start = mark + told.group().getBytes(charset).length;
      return new Dialect(charset, start, told.group("separator").charAt(0));
    }
    return new Dialect(charset, mark, separator(text, known));
  }

  private static Charset charset(byte[] head) {
    if (FileSignature.startsWith(head, 0xFE, 0xFF)) {
      return UTF_16BE;
    }
    return FileSignature.startsWith(head, 0xFF, 0xFE) ? UTF_16LE : UTF_8;
  }

  private static int mark(byte[] head, Charset charset) {
    if (!charset.equals(UTF_8)) {
      return 2;
    }
    return FileSignature.startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
  }

  private static char separator(String text, ToLongFunction<List<String>> known) {
    return SEPARATORS.stream()
        .max(
            Comparator.<Character>comparingLong(
                    separator -> known.applyAsLong(header(text, separator)))
                .thenComparingInt(separator -> header(text, separator).size())
                .thenComparing(separator -> separator == ','))
        .orElseThrow();
  }

  private static List<String> header(String text, char separator) {
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
      return rows.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
    } catch (CsvParseException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
