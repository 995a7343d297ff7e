package io.timeledger.schemas.text;

import static java.lang.Character.CONTROL;
import static java.lang.Character.FORMAT;
import static java.lang.Character.LINE_SEPARATOR;
import static java.lang.Character.PARAGRAPH_SEPARATOR;
import static java.lang.Character.PRIVATE_USE;
import static java.lang.Character.SPACE_SEPARATOR;
import static java.lang.Character.SURROGATE;
import static java.lang.Character.UNASSIGNED;

import org.jspecify.annotations.Nullable;

/// Text with at least one visible character. Where text is required, anything else is blank: spaces
/// of every width, zero-width marks, controls, fillers and non-characters.
public final class VisibleText {
  private VisibleText() {}

  /// Whether the text has a visible character; false for null.
  public static boolean isIn(@Nullable String text) {
    return text != null && text.codePoints().anyMatch(VisibleText::isSeen);
  }

  private static boolean isSeen(int c) {
    return !isFiller(c)
        && switch (Character.getType(c)) {
          case SPACE_SEPARATOR,
              LINE_SEPARATOR,
              PARAGRAPH_SEPARATOR,
              CONTROL,
              FORMAT,
              SURROGATE,
              PRIVATE_USE,
              UNASSIGNED ->
              false;
          default -> true;
        };
  }

  /// Characters that are letters, marks or symbols to Unicode but invisible: those that fonts may
  /// ignore (`Default_Ignorable_Code_Point`), and the Braille pattern without dots.
  private static boolean isFiller(int c) {
    return c == 0x034F // combining grapheme joiner
        || c == 0x115F // Hangul fillers
        || c == 0x1160
        || c == 0x3164
        || c == 0xFFA0
        || c == 0x17B4 // Khmer inherent vowels
        || c == 0x17B5
        || c == 0x2800 // Braille blank
        || c == 0x1D159 // musical null notehead
        || isWithin(c, 0x180B, 0x180F) // variation selectors
        || isWithin(c, 0xFE00, 0xFE0F)
        || isWithin(c, 0xE0100, 0xE01EF);
  }

  private static boolean isWithin(int c, int first, int last) {
    return c >= first && c <= last;
  }
}
