package io.timeledger.webhooks.body;

import io.timeledger.schemas.resource.Include;
import io.timeledger.schemas.resource.PayloadFormat;
import io.timeledger.schemas.resource.PayloadMode;
import io.timeledger.schemas.resource.Webhook;
import java.util.Locale;
import java.util.Set;

/// Which of the bodies of an event a webhook gets. Webhooks of the same variant share the bytes.
public record BodyVariant(PayloadFormat format, PayloadMode mode, Set<Include> includes) {
  public BodyVariant {
    includes = Set.copyOf(includes);
  }

  public static BodyVariant of(Webhook webhook) {
    boolean carriesAll =
        webhook.format() == PayloadFormat.STANDARD && webhook.payload() == PayloadMode.FULL;
    return new BodyVariant(
        webhook.format(), webhook.payload(), carriesAll ? webhook.include() : Set.of());
  }

  /// As in `full+rates`, `thin` and `slack`.
  public String name() {
    if (format == PayloadFormat.SLACK) {
      return "slack";
    }
    StringBuilder name = new StringBuilder(mode.name().toLowerCase(Locale.ROOT));
    for (Include include : Include.values()) {
      if (includes.contains(include)) {
        name.append('+').append(include.name().toLowerCase(Locale.ROOT));
      }
    }
    return name.toString();
  }
}
