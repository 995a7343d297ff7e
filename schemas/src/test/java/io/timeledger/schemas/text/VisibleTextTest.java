package io.timeledger.schemas.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Z}\\p{C}]");
  private static final Pattern WRITTEN = Pattern.compile("[\\p{L}\\p{N}\\p{P}&&[^ᅟᅠㅤﾠ]]");

  @Test
  void doesNotCountWhatUnicodeCallsSeparatorsAndOthers() {
    Random random = new Random(14);
    StringBuilder unseen = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String text = Character.toString(c);
      if (UNSEEN.matcher(text).matches()) {
        assertThat(VisibleText.isIn(text)).as("U+%04X", c).isFalse();
        if (random.nextInt(1_000) == 0) {
          unseen.appendCodePoint(c);
        }
      } else if (WRITTEN.matcher(text).matches()) {
        assertThat(VisibleText.isIn(text)).as("U+%04X", c).isTrue();
      }
    }
    assertThat(VisibleText.isIn(unseen.toString())).isFalse();
    assertThat(VisibleText.isIn(unseen.append('x').toString())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0xA0, 0x200B, 0xFEFF, 0x2060, 0x3164, 0x115F, 0x1160, 0xFFA0, 0x2800, 0x34F, 0xFE0F})
  void doesNotCountWhatShowsNothing(int c) {
    assertThat(VisibleText.isIn(" %s ".formatted(Character.toString(c)))).isFalse();
  }

  @Test
  void countsEmojiAndAccents() {
    assertThat(VisibleText.isIn("\u200B😀\uFE0F")).isTrue();
    assertThat(VisibleText.isIn("e\u0301")).isTrue();
    assertThat(VisibleText.isIn(null)).isFalse();
  }

  @Test
  void composesWhatLooksTheSame() {
    assertThat(ComposedText.of("cafe\u0301")).isEqualTo("caf\u00E9");
    assertThat(ComposedText.of("\u1112\u1161\u11AB")).isEqualTo("\uD55C");
    assertThat(ComposedText.of("ﬁ①")).isEqualTo("ﬁ①");
  }
}
