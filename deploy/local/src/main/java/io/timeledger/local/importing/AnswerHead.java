package io.timeledger.local.importing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The head of an HTTP/1.1 response.
record AnswerHead(int status, boolean chunked) {

  static AnswerHead read(InputStream in) throws IOException {
    AnswerHead head = once(in);
    while (head.status / 100 == 1) {
      head = once(in);
    }
    return head;
  }

  private static AnswerHead once(InputStream in) throws IOException {
    String[] first = line(in).split(" ", 3);
    if (first.length < 2 || !first[0].startsWith("HTTP/1.")) {
      throw new IOException("not an HTTP answer");
    }
    boolean chunked = false;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      chunked |= line.toLowerCase(Locale.ROOT).matches("transfer-encoding:\\s*chunked\\s*");
    }
    return new AnswerHead(Integer.parseInt(first[1]), chunked);
  }

  static String line(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new EOFException("the answer ended early");
      }
      bytes.write(read);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }
}
