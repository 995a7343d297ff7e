package io.timeledger.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.restricted.MemberProfile;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeopleTest {
  private static final String EMAIL = "jos\u00e9@x.example";

  @Test
  void prefersWhoIsActiveToWhoLeftToAPlaceholder() throws RowException {
    MemberProfile placeholder =
        member(people().byEmail(EMAIL, null).id().value(), EMAIL, "Jos\u00e9", true);
    MemberProfile left = member("left", EMAIL, "Jos\u00e9", false);
    MemberProfile active = member("active", "JOSE\u0301@X.example ", "JOS\u00c9", true);

    assertThat(id(people(placeholder))).isEqualTo(placeholder.userId().value());
    assertThat(id(people(placeholder, left))).isEqualTo("left");
    assertThat(id(people(left, placeholder, active))).isEqualTo("active");
    assertThat(people(placeholder, left, active).byName("jos\u00e9").id().value())
        .isEqualTo("active");
  }

  @Test
  void knowsAPlaceholderOfANameByIt() throws RowException {
    String made = people().byName("Ann").id().value();

    assertThat(
            people(member(made, null, "Ann", true), member("ann", null, "ann", true))
                .byName("ANN")
                .id()
                .value())
        .isEqualTo("ann");
  }

  @Test
  void refusesAnAddressOfTwoWhoAreActive() {
    People people = people(member("b", EMAIL, "B", true), member("a", EMAIL, "A", true));

    assertThatThrownBy(() -> people.byEmail(EMAIL, null))
        .isInstanceOf(RowException.class)
        .hasMessageContaining("a, b")
        .extracting("code")
        .isEqualTo("ambiguous_member");
  }

  private static String id(People people) throws RowException {
    return people.byEmail(EMAIL, null).id().value();
  }

  private static People people(MemberProfile... members) {
    return new People(List.of(members));
  }

  private static MemberProfile member(
      String id, @Nullable String email, @Nullable String name, boolean active) {
    return new MemberProfile(
        new WorkspaceId("w"),
        new UserId(id),
        name,
        email,
        Role.MEMBER,
        ZoneOffset.UTC,
        List.of(),
        active,
        null,
        1);
  }
}
