package io.timeledger.schemas.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class KafkaUserTest {
  @Test
  void everyTopicHasAReaderAndAWriter() {
    EnumSet<Topic> read = EnumSet.noneOf(Topic.class);
    EnumSet<Topic> written = EnumSet.noneOf(Topic.class);
    for (KafkaUser user : KafkaUser.values()) {
      read.addAll(user.reads());
      written.addAll(user.writes());
    }
    // dead letters are for a person, who signs in as administrator
    assertThat(EnumSet.complementOf(read)).containsExactly(Topic.LEDGER_DLQ);
    assertThat(EnumSet.complementOf(written)).isEmpty();
  }

  @Test
  void biReadsWhatIsPublicAndChangesNothing() {
    assertThat(KafkaUser.BI.reads()).allMatch(Topic::isPublic);
    assertThat(KafkaUser.BI.acls())
        .extracting(acl -> acl.entry().operation())
        .containsOnly(AclOperation.READ);
  }

  @Test
  void nobodyIsAllowedEverythingOrAnotherOnesGroup() {
    List<AclBinding> all =
        Arrays.stream(KafkaUser.values()).flatMap(user -> user.acls().stream()).toList();
    assertThat(all)
        .noneMatch(acl -> acl.entry().operation() == AclOperation.ALL)
        .noneMatch(acl -> acl.pattern().name().equals("*"));
    for (AclBinding wide : all) {
      if (wide.pattern().resourceType() == ResourceType.GROUP
          && wide.pattern().patternType() == PatternType.PREFIXED) {
        assertThat(all)
            .filteredOn(acl -> !acl.entry().principal().equals(wide.entry().principal()))
            .filteredOn(acl -> acl.pattern().resourceType() == ResourceType.GROUP)
            .noneMatch(acl -> acl.pattern().name().startsWith(wide.pattern().name()));
      }
    }
  }
}
