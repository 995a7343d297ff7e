package io.timeledger.ingest.oidc;

import io.timeledger.schemas.id.Id;
import io.timeledger.schemas.resource.Permission;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The claims of a verified token in our terms.
record Claims(Issuer issuer, Map<String, Object> values) {

  /// Empty when the token names none, or an invalid one.
  Optional<String> workspace() {
    return Optional.ofNullable(issuer.workspace()).or(() -> id(issuer.workspaceClaim()));
  }

  Optional<String> user() {
    return id(issuer.userClaim());
  }

  /// Empty when the token does not limit its user's permissions.
  Optional<Set<Permission>> permissions() {
    return Optional.ofNullable(issuer.permissionsClaim()).map(this::permissions);
  }

  private Set<Permission> permissions(String claim) {
    EnumSet<Permission> permissions = EnumSet.noneOf(Permission.class);
    texts(find(claim)).forEach(value -> permissions.addAll(issuer.meaning(value)));
    return permissions;
  }

  private Optional<String> id(String claim) {
    return find(claim) instanceof String text && Id.isAddressable(text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private @Nullable Object find(String claim) {
    if (values.containsKey(claim)) {
      return values.get(claim);
    }
    Object found = values;
    for (String name : claim.split("\\.", -1)) {
      found = found instanceof Map<?, ?> object ? object.get(name) : null;
    }
    return found;
  }

  private static List<String> texts(@Nullable Object value) {
    return switch (value) {
      case String text -> List.of(text.strip().split("\\s+"));
      case Collection<?> list ->
          list.stream().filter(String.class::isInstance).map(String.class::cast).toList();
      case null, default -> List.of();
    };
  }
}
