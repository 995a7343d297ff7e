package io.timeledger.streams.kafka;

import io.timeledger.schemas.kafka.KafkaUser;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/// The ACLs of the platform's users as arguments of Kafka's own tool.
public final class AclArguments {
  private AclArguments() {}

  /// One line per ACL.
  public static Stream<String> all() {
    return Arrays.stream(KafkaUser.values())
        .flatMap(user -> user.acls().stream())
        .map(AclArguments::line);
  }

  private static String line(AclBinding acl) {
    return "--allow-principal %s --operation %s %s"
        .formatted(acl.entry().principal(), acl.entry().operation(), resource(acl.pattern()));
  }

  private static String resource(ResourcePattern pattern) {
    if (pattern.resourceType() == ResourceType.CLUSTER) {
      return "--cluster";
    }
    return "--%s %s --resource-pattern-type %s"
        .formatted(
            pattern.resourceType().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            pattern.name(),
            pattern.patternType().name().toLowerCase(Locale.ROOT));
  }
}
