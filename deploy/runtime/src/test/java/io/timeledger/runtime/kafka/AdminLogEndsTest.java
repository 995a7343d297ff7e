package io.timeledger.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AdminLogEndsTest {
  private static final List<TopicPartition> PARTITIONS = List.of(new TopicPartition("t", 0));

  @Test
  void waitsFourSecondsForABroker() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:9"))) {
      assertThat(AdminLogEnds.of(admin).limit()).isEqualTo(Duration.ofSeconds(4));
    }
  }

  @Test
  @Timeout(20)
  void givesUpOnABrokerThatNeverAnswers() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Admin admin =
            Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + silent.getLocalPort()));
        LogEnds ends = new AdminLogEnds(admin, Duration.ofMillis(300))) {
      assertThatThrownBy(() -> ends.of(PARTITIONS))
          .isInstanceOf(KafkaException.class)
          .hasMessageContaining("t-0")
          .hasCauseInstanceOf(TimeoutException.class);
    }
  }
}
