package io.timeledger.schemas.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/// Text in Unicode's composed form (NFC), in which text that looks the same is equal.
public final class ComposedText {
  private ComposedText() {}

  public static String of(String text) {
    return Normalizer.isNormalized(text, Form.NFC) ? text : Normalizer.normalize(text, Form.NFC);
  }
}
