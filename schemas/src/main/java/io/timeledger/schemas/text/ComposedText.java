package io.timeledger.schemas.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/// Text in the composed form of Unicode (NFC), in which what looks the same is the same.
public final class ComposedText {
  private ComposedText() {}

  public static String of(String text) {
    return Normalizer.isNormalized(text, Form.NFC) ? text : Normalizer.normalize(text, Form.NFC);
  }
}
