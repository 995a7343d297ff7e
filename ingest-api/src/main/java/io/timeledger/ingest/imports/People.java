package io.timeledger.ingest.imports;

import io.timeledger.ingest.access.Sha256;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.restricted.MemberProfile;
import io.timeledger.schemas.text.ComposedText;
import io.timeledger.schemas.text.FoldedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds members by e-mail, or by name where a file has no e-mails, ignoring case. Active members
/// take precedence over inactive ones, and both over placeholders from earlier imports. An unknown
/// person gets an id that is the same in every import.
final class People {
  private static final int HEX_LENGTH = 20;
  private static final List<Predicate<MemberProfile>> RANKS =
      List.of(
          member -> member.active() && !isPlaceholder(member),
          member -> !member.active() && !isPlaceholder(member),
          member -> member.active() && isPlaceholder(member),
          member -> !member.active() && isPlaceholder(member));

  private final Map<String, List<MemberProfile>> byEmail = new HashMap<>();
  private final Map<String, List<MemberProfile>> byName = new HashMap<>();

  People(Collection<MemberProfile> members) {
    for (MemberProfile member : members) {
      String email = member.email();
      if (email != null) {
        byEmail.computeIfAbsent(FoldedText.of(email), _ -> new ArrayList<>()).add(member);
      }
      String name = member.name();
      if (name != null) {
        byName.computeIfAbsent(FoldedText.of(name), _ -> new ArrayList<>()).add(member);
      }
    }
  }

  /// @throws RowException when several members have the e-mail
  ImportedPerson byEmail(String email, @Nullable String name) throws RowException {
    return one(email, byEmail)
        .map(known -> new ImportedPerson(known.userId(), name, email, known.timezone()))
        .orElseGet(() -> new ImportedPerson(ofEmail(email), name, email, null));
  }

  /// @throws RowException when several members have the name
  ImportedPerson byName(String name) throws RowException {
    return one(name, byName)
        .map(known -> new ImportedPerson(known.userId(), name, null, known.timezone()))
        .orElseGet(() -> new ImportedPerson(ofName(name), name, null, null));
  }

  private static Optional<MemberProfile> one(String text, Map<String, List<MemberProfile>> members)
      throws RowException {
    List<MemberProfile> known = members.getOrDefault(FoldedText.of(text), List.of());
    for (Predicate<MemberProfile> rank : RANKS) {
      List<MemberProfile> ranked = known.stream().filter(rank).toList();
      if (ranked.size() > 1) {
        throw new RowException(
            "ambiguous_member",
            "\"%s\" is of several members: %s."
                .formatted(
                    text,
                    ranked.stream()
                        .map(member -> member.userId().value())
                        .sorted()
                        .collect(Collectors.joining(", "))));
      }
      if (!ranked.isEmpty()) {
        return Optional.of(ranked.getFirst());
      }
    }
    return Optional.empty();
  }

  private static boolean isPlaceholder(MemberProfile member) {
    return (member.email() != null && member.userId().equals(ofEmail(member.email())))
        || (member.name() != null && member.userId().equals(ofName(member.name())));
  }

  private static UserId ofEmail(String email) {
    return derived(lower(email));
  }

  private static UserId ofName(String name) {
    return derived("name/" + lower(name));
  }

  private static UserId derived(String of) {
    return new UserId("u_" + Sha256.hex(of).substring(0, HEX_LENGTH));
  }

  /// No further normalization, so that the ids of earlier imports stay valid.
  private static String lower(String text) {
    return ComposedText.of(text).strip().toLowerCase(Locale.ROOT);
  }
}
