package io.timeledger.ingest.imports;

import io.timeledger.ingest.access.Sha256;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.MemberProfile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Members by e-mail, or by name where a file has no e-mails, without regard to case. Whoever is
/// not known gets an id that is the same in every import.
final class People {
  private static final int HEX_LENGTH = 20;
  private final Map<String, MemberProfile> byEmail = new HashMap<>();
  private final Map<String, List<MemberProfile>> byName = new HashMap<>();

  People(Collection<MemberProfile> members) {
    for (MemberProfile member : members) {
      String email = member.email();
      if (email != null) {
        byEmail.put(lower(email), member);
      }
      String name = member.name();
      if (name != null) {
        byName.computeIfAbsent(lower(name), _ -> new ArrayList<>()).add(member);
      }
    }
  }

  Person byEmail(String email, @Nullable String name) {
    MemberProfile known = byEmail.get(lower(email));
    return known == null
        ? new Person(derived(lower(email)), name, email, null)
        : new Person(known.userId(), name, email, known.timezone());
  }

  /// @throws RowException when several members have the name
  Person byName(String name) throws RowException {
    List<MemberProfile> known = byName.getOrDefault(lower(name), List.of());
    if (known.size() > 1) {
      throw new RowException(
          "ambiguous_member", "Several members are called \"%s\".".formatted(name));
    }
    return known.isEmpty()
        ? new Person(derived("name/" + lower(name)), name, null, null)
        : new Person(known.getFirst().userId(), name, null, known.getFirst().timezone());
  }

  private static UserId derived(String of) {
    return new UserId("u_" + Sha256.hex(of).substring(0, HEX_LENGTH));
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
