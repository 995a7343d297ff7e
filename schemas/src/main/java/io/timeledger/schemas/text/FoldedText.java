package io.timeledger.schemas.text;

import java.util.Locale;

/// Text normalized for comparison: case and surrounding space are ignored.
public final class FoldedText {
  private FoldedText() {}

  public static String of(String text) {
    // Upper-casing first merges letters with two lower-case forms, such as sigma.
    return ComposedText.of(
        ComposedText.of(text).strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
  }
}
