package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.text.VisibleText;
import io.timeledger.streams.ledger.Refusal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An entry's identity in another system: source and id, both or none. Text without visible
/// characters counts as none.
public record ExternalPair(String source, String id) {
  private static final String RESERVED = "timeledger:";

  /// @throws Refusal when the draft has only one of the two
  public static Optional<ExternalPair> of(EntryDraft draft) {
    String source = visible(draft.externalSource());
    String id = visible(draft.externalId());
    if (source == null && id == null) {
      return Optional.empty();
    }
    if (source == null || id == null) {
      throw Refusal.invalid(
          source == null ? "external_source" : "external_id",
          "is missing or blank (external_source and external_id go together)");
    }
    return Optional.of(new ExternalPair(source, id));
  }

  /// @throws Refusal `external_source_reserved`
  public void requireForeign() {
    if (source.strip().toLowerCase(Locale.ROOT).startsWith(RESERVED)) {
      throw Refusal.of(
          ErrorCode.EXTERNAL_SOURCE_RESERVED,
          "external_source",
          "\"%.80s\" is reserved, as all that begin with %s".formatted(source, RESERVED));
    }
  }

  private static @Nullable String visible(@Nullable String text) {
    return VisibleText.isIn(text) ? text : null;
  }
}
