package io.timeledger.schemas.text;

import java.util.Locale;

/// Text as it is compared where case and surrounding space do not matter.
public final class FoldedText {
  private FoldedText() {}

  public static String of(String text) {
    // By upper case, so that the two forms of one letter, as those of sigma, are alike.
    return ComposedText.of(
        ComposedText.of(text).strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
  }
}
