package io.timeledger.ingest.export;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.web.error.ApiException;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The CSV dialect: RFC 4180, or as Excel expects it in a language.
///
/// @param excel null means no
/// @param locale a language tag (BCP 47), for Excel alone; null means American English
record CsvStyle(@Nullable Boolean excel, @Nullable String locale) {
  /// There, Excel separates by semicolons although decimals have a point.
  private static final Set<String> SEMICOLON_COUNTRIES = Set.of("CH", "LI");

  CsvStyle {
    if (locale != null && !isKnown(locale)) {
      throw ApiException.of(
          INVALID_PARAMETER, "locale", "Expected a language tag, as in de or en-GB.");
    }
    if (locale != null && !Boolean.TRUE.equals(excel)) {
      throw ApiException.of(INVALID_PARAMETER, "locale", "The parameter needs excel=true.");
    }
  }

  /// Makes Excel read the file as UTF-8.
  String byteOrderMark() {
    return Boolean.TRUE.equals(excel) ? "\uFEFF" : "";
  }

  char decimalMark() {
    return symbols().getDecimalSeparator() == ',' ? ',' : '.';
  }

  char separator() {
    return decimalMark() == ',' || SEMICOLON_COUNTRIES.contains(language().getCountry())
        ? ';'
        : ',';
  }

  private DecimalFormatSymbols symbols() {
    return DecimalFormatSymbols.getInstance(language());
  }

  private Locale language() {
    return locale == null ? Locale.US : Locale.forLanguageTag(locale);
  }

  private static boolean isKnown(String tag) {
    return Set.of(Locale.getISOLanguages()).contains(Locale.forLanguageTag(tag).getLanguage());
  }
}
