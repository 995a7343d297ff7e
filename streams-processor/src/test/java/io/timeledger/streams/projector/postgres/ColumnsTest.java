package io.timeledger.streams.projector.postgres;

import static io.timeledger.schemas.jooq.projection.Tables.TIMESHEET;
import static io.timeledger.schemas.jooq.projector.Tables.ACTIVITY_SLOT;
import static io.timeledger.schemas.jooq.projector.Tables.MEMBER_PROFILE;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.resource.ActivitySlot;
import io.timeledger.schemas.resource.ResourceType;
import io.timeledger.schemas.restricted.MemberProfile;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jooq.Field;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColumnsTest {

  @ParameterizedTest
  @EnumSource(
      value = ResourceType.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DENIAL", "RATE_PREVIEW", "TIMESHEET"})
  void areTheFieldsOfEachResource(ResourceType type) {
    // a column that a later release added stands at the end
    assertThat(columns(ProjectionWriter.tableOf(type)))
        .containsExactlyInAnyOrderElementsOf(fields(type.type()));
  }

  @Test
  void areTheFieldsOfATimesheet() {
    assertThat(columns(TIMESHEET)).isEqualTo(fields(ResourceType.TIMESHEET.type()));
  }

  @Test
  void areTheFieldsOfAProfile() {
    assertThat(columns(MEMBER_PROFILE)).isEqualTo(fields(MemberProfile.class));
  }

  @Test
  void areTheFieldsOfAnActivitySlot() {
    assertThat(columns(ACTIVITY_SLOT))
        .containsExactlyInAnyOrderElementsOf(fields(ActivitySlot.class));
  }

  private static List<String> columns(Table<?> table) {
    return Arrays.stream(table.fields()).map(Field::getName).toList();
  }

  private static List<String> fields(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(ColumnsTest::snakeCase).toList();
  }

  private static String snakeCase(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
