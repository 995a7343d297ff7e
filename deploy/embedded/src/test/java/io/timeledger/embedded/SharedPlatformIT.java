package io.timeledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SharedPlatformIT {

  @Test
  void isOnePerJvmAndGivesEachCallerADatabase() throws SQLException {
    TestPlatform platform = TestPlatform.shared();
    assertThat(TestPlatform.shared()).isSameAs(platform);
    TestDatabase one = platform.newDatabase();
    TestDatabase other = platform.newDatabase();
    assertThat(one.jdbcUrl()).isNotEqualTo(other.jdbcUrl());
    try (Connection connection = one.connect()) {
      assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
    }
    assertThat(Topic.create(platform.bootstrapServers(), "shared").readCommitted(0)).isEmpty();
  }
}
