package io.timeledger.twin;

import static io.timeledger.twin.ControlClient.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.api.client.auth.oauth2.TokenResponse;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.calendar.Calendar;
import com.google.auth.http.HttpCredentialsAdapter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A twin that is started again.
class RestartIT {
  @TempDir private Path folder;

  @Test
  void keepsWhoSignedInButNoSyncToken() throws Exception {
    TwinSetup setup = TwinSetup.seeded(0).keeping(folder.resolve("grants.json"));
    String refresh;
    String sync;
    try (ProviderTwin twin = ProviderTwin.start(setup)) {
      GoogleMember member = new GoogleMember(twin.url());
      TokenResponse tokens = member.signIn();
      refresh = tokens.getRefreshToken();
      sync =
          member
              .calendar(new HttpCredentialsAdapter(member.credentials(refresh)))
              .events()
              .list("primary")
              .execute()
              .getNextSyncToken();
    }
    try (ProviderTwin twin = ProviderTwin.start(setup)) {
      GoogleMember member = new GoogleMember(twin.url());
      Calendar.Events events =
          member.calendar(new HttpCredentialsAdapter(member.credentials(refresh))).events();

      assertThat(events.list("primary").execute().getItems()).isNotEmpty();
      GoogleJsonResponseException dead =
          catchThrowableOfType(
              GoogleJsonResponseException.class,
              () -> events.list("primary").setSyncToken(sync).execute());
      assertThat(dead.getStatusCode()).isEqualTo(410);
    }
  }

  @Test
  void keepsIdsWhateverElseExists() {
    TwinSetup setup = TwinSetup.seeded(0).keeping(folder.resolve("grants.json"));
    List<String> before;
    try (ProviderTwin twin = ProviderTwin.start(setup)) {
      before = ids(twin);
      new GraphMember(twin.url()).signIn(GraphMember.SCOPES);
    }
    try (ProviderTwin twin = ProviderTwin.start(setup)) {
      assertThat(ids(twin)).doesNotHaveDuplicates().isEqualTo(before);
    }
  }

  private static List<String> ids(ProviderTwin twin) {
    Set<String> ids = new TreeSet<>();
    ControlClient control = new ControlClient(twin.url());
    for (String provider : List.of("google", "microsoft")) {
      control
          .get("/control/state?account=MEMBER@example.com&provider=" + provider)
          .findValuesAsString("id")
          .forEach(ids::add);
    }
    assertThat(ids).hasSizeGreaterThan(10);
    return List.copyOf(ids);
  }

  @Test
  void keepsNothingThatWasRevoked() throws Exception {
    Path file = folder.resolve("grants.json");
    try (ProviderTwin twin = ProviderTwin.start(TwinSetup.seeded(0).keeping(file))) {
      new GoogleMember(twin.url()).signIn();
      assertThat(Files.readString(file)).contains("member@example.com");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");

      new ControlClient(twin.url()).post("/control/revoke", body());
    }
    assertThat(Files.readString(file)).isEqualTo("{}");
  }
}
