package io.timeledger.ingest.imports;

import java.nio.charset.StandardCharsets;

/// Magic numbers of file types that users mistake for CSV.
final class FileSignature {
  private FileSignature() {}

  /// @throws UnreadableException when the file is of another kind
  static void refuse(byte[] head) {
    if (startsWith(head, 'P', 'K', 3, 4)) {
      throw not("an Excel workbook (XLSX) or another ZIP file", "save it as CSV, or unpack it");
    }
    if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw not("an Excel workbook (XLS)", "save it as CSV");
    }
    if (startsWith(head, '%', 'P', 'D', 'F')) {
      throw not("a PDF", "export CSV");
    }
    if (startsWith(head, 0x1F, 0x8B)) {
      throw not("compressed by gzip", "unpack it");
    }
    String text = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
    if (text.startsWith("<")) {
      throw not("HTML or XML", "export CSV");
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      throw not("JSON", "export CSV");
    }
    boolean wide = startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE);
    if (!wide && text.indexOf('\0') >= 0) {
      throw not("binary, or UTF-16 without a byte order mark", "save it as CSV in UTF-8");
    }
  }

  static boolean startsWith(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static UnreadableException not(String kind, String remedy) {
    return UnreadableException.of("The file is %s, not CSV: %s.".formatted(kind, remedy));
  }
}
