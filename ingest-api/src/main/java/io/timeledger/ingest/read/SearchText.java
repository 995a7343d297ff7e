package io.timeledger.ingest.read;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.web.error.ApiException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a reader types to find something by name.
public final class SearchText {
  private static final int LONGEST = 100;
  private static final int MOST_WORDS = 8;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private SearchText() {}

  /// @throws ApiException naming the parameter that is too long
  public static void requireShort(String name, @Nullable String text) {
    if (text != null && text.codePointCount(0, text.length()) > LONGEST) {
      throw ApiException.of(
          INVALID_PARAMETER, name, "Expected at most %d characters.".formatted(LONGEST));
    }
  }

  /// The words, at least one if the text shows anything; of many, the first.
  public static List<String> words(String text) {
    return SPACE
        .splitAsStream(text.strip())
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .toList();
  }
}
