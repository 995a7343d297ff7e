package io.timeledger.ingest.calendar.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.ingest.access.Authenticator.Verdict;
import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.access.Credentials;
import io.timeledger.ingest.access.Directory;
import io.timeledger.ingest.access.RequestCredential.BearerToken;
import io.timeledger.ingest.access.Sha256;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.restricted.MemberProfile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/// A member's own time for calendar programs. They cannot send a bearer token, so the token is in
/// the address. Since addresses leak easily, only tokens with no other permission are accepted.
@RestController
final class FeedController {
  private static final int MOST_ENTRIES = 5_000;
  private static final String CALENDAR = "text/calendar;charset=utf-8";
  private static final CacheControl CACHE =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate();

  private final Credentials credentials;
  private final Directory directory;
  private final FeedEntries entries;
  private final InstantSource clock;

  FeedController(
      Credentials credentials, Directory directory, FeedEntries entries, InstantSource clock) {
    this.credentials = credentials;
    this.directory = directory;
    this.entries = entries;
    this.clock = clock;
  }

  @GetMapping(path = "/api/v1/time/calendar/feed/{token}.ics", produces = "text/calendar")
  @Nullable ResponseEntity<Void> feed(
      @PathVariable("token") String token, @QueryParams FeedQuery query, ServletWebRequest request)
      throws IOException {
    Caller owner = ownerOf(token);
    LocalDate from =
        LocalDate.ofInstant(clock.instant(), zoneOf(owner)).minusDays(query.daysOrDefault());
    byte[] calendar =
        FeedWriter.write(
                entries.since(owner.workspaceId(), owner.userId(), from, MOST_ENTRIES),
                query.showOrDefault())
            .getBytes(UTF_8);
    HttpServletResponse response =
        Objects.requireNonNull(request.getResponse(), "response is null");
    response.setHeader(HttpHeaders.CACHE_CONTROL, CACHE.getHeaderValue());
    if (!request.checkNotModified("\"%s\"".formatted(Sha256.hex(calendar)))) {
      response.setContentType(CALENDAR);
      response.getOutputStream().write(calendar);
    }
    return null;
  }

  /// @throws ApiException the same `not_found` for every token that is not a feed's
  private Caller ownerOf(String token) {
    if (!directory.isCaughtUp()) {
      throw ApiException.of(ErrorCode.LOG_UNAVAILABLE, "The service is not ready yet.");
    }
    if (credentials.judge(new BearerToken(token)) instanceof Verdict.Accepted(Caller caller)
        && caller.permissions().equals(Set.of(Permission.FEED))) {
      return caller;
    }
    throw ApiException.notFound();
  }

  private ZoneId zoneOf(Caller owner) {
    return directory
        .member(owner.workspaceId(), owner.userId())
        .map(MemberProfile::timezone)
        .orElse(ZoneOffset.UTC);
  }
}
