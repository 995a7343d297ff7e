package io.timeledger.ingest.imports;

import io.timeledger.ingest.access.Sha256;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.MemberProfile;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Members by e-mail, without regard to case. Whoever is not known gets an id that is the same in
/// every import.
final class People {
  private static final int HEX_LENGTH = 20;
  private final Map<String, MemberProfile> byEmail = new HashMap<>();

  People(Collection<MemberProfile> members) {
    for (MemberProfile member : members) {
      String email = member.email();
      if (email != null) {
        byEmail.put(email.toLowerCase(Locale.ROOT), member);
      }
    }
  }

  UserId idOf(String email) {
    String lower = email.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(byEmail.get(lower))
        .map(MemberProfile::userId)
        .orElseGet(() -> new UserId("u_" + Sha256.hex(lower).substring(0, HEX_LENGTH)));
  }

  Optional<ZoneId> zoneOf(String email) {
    return Optional.ofNullable(byEmail.get(email.toLowerCase(Locale.ROOT)))
        .map(MemberProfile::timezone);
  }
}
