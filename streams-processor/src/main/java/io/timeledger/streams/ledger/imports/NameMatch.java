package io.timeledger.streams.ledger.imports;

import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.Resource;
import io.timeledger.schemas.text.ComposedText;
import io.timeledger.streams.ledger.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Selects the record that a name means. Open records take precedence over closed ones, exact case
/// over other case, and records created otherwise over imported ones.
///
/// @param own id that an import gives to a record of this name
/// @param ambiguous the error if several are left
record NameMatch<R extends Resource>(
    String name, String own, Function<R, String> nameOf, Predicate<R> isOpen, ErrorCode ambiguous) {

  /// @throws Refusal when the name is ambiguous
  Optional<R> of(List<R> candidates) {
    Predicate<R> exact = candidate -> normalized(nameOf.apply(candidate)).equals(normalized(name));
    return one(candidates, isOpen.and(exact))
        .or(() -> one(candidates, isOpen))
        .or(() -> one(candidates, exact))
        .or(() -> one(candidates, _ -> true));
  }

  private Optional<R> one(List<R> candidates, Predicate<R> wanted) {
    List<R> found = candidates.stream().filter(wanted).toList();
    List<R> foreign = found.stream().filter(candidate -> !isOfAnImport(candidate)).toList();
    List<R> first = foreign.isEmpty() ? found : foreign;
    if (first.size() > 1
        && first.stream().noneMatch(candidate -> candidate.subject().equals(own))) {
      throw Refusal.of(
          ambiguous,
          "\"%s\" is the name of several: %s"
              .formatted(
                  name, first.stream().map(Resource::subject).collect(Collectors.joining(", "))));
    }
    return first.stream()
        .filter(candidate -> first.size() == 1 || candidate.subject().equals(own))
        .findFirst();
  }

  private boolean isOfAnImport(R candidate) {
    return candidate.subject().equals(own) || ImportRow.isMadeId(candidate.subject());
  }

  private static String normalized(String text) {
    return ComposedText.of(text).strip();
  }
}
