package io.timeledger.bench.crud;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.TimeEntry;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/// Creates entries, one or several per request.
@RestController
final class EntryApi {
  private static final String KEY = "Idempotency-Key";
  private static final SecureRandom RANDOM = new SecureRandom();
  private final Accounts accounts;
  private final CrudTimesheets sheets;
  private final EntryTable table;
  private final InstantSource clock;

  EntryApi(Accounts accounts, CrudTimesheets sheets, EntryTable table, InstantSource clock) {
    this.accounts = accounts;
    this.sheets = sheets;
    this.table = table;
    this.clock = clock;
  }

  private record Item(String action, CrudEntryBody entry) {}

  private record Items(List<Item> items) {}

  @GetMapping("/health/ready")
  String ready() {
    return "ready";
  }

  @PostMapping("/api/v1/time-entries")
  ResponseEntity<byte[]> create(
      @RequestHeader("Authorization") String authorization,
      @RequestHeader(KEY) String key,
      @RequestBody byte[] body)
      throws SQLException {
    Optional<CrudAccount> account = accounts.of(authorization);
    if (account.isEmpty()) {
      return answer(401, "{}");
    }
    try {
      CrudEntryBody read = Json.STRICT.readValue(body, CrudEntryBody.class);
      CrudWrite write = write(account.get(), read, key, Accounts.sha256(body));
      if (table.insert(write)) {
        return answer(201, "{\"data\":" + write.answer() + "}");
      }
      return table
          .earlier(write)
          .map(answer -> answer(201, "{\"data\":" + answer + "}"))
          .orElseGet(() -> answer(422, "{}"));
    } catch (JacksonException | IllegalArgumentException e) {
      return answer(400, "{}");
    }
  }

  @PostMapping("/api/v1/time-entries/batch")
  ResponseEntity<byte[]> createAll(
      @RequestHeader("Authorization") String authorization,
      @RequestHeader(KEY) String key,
      @RequestBody byte[] body)
      throws SQLException {
    Optional<CrudAccount> account = accounts.of(authorization);
    if (account.isEmpty()) {
      return answer(401, "{}");
    }
    List<CrudWrite> writes = new ArrayList<>();
    String hash = Accounts.sha256(body);
    for (Item item : Json.STRICT.readValue(body, Items.class).items()) {
      writes.add(write(account.get(), item.entry(), key + "-" + writes.size(), hash));
    }
    table.insert(writes);
    StringBuilder results = new StringBuilder("{\"data\":{\"results\":[");
    for (int i = 0; i < writes.size(); i++) {
      results
          .append(i == 0 ? "" : ",")
          .append("{\"index\":")
          .append(i)
          .append(",\"status\":\"created\",\"id\":\"")
          .append(writes.get(i).entry().id())
          .append("\",\"version\":1}");
    }
    return answer(200, results.append("]}}").toString());
  }

  private CrudWrite write(CrudAccount account, CrudEntryBody body, String key, String hash)
      throws SQLException {
    Instant now = clock.instant();
    LocalDate day = body.checkedDay(now);
    TimeEntry entry = body.entry(account, newId(now), sheets.of(account, day), now);
    return new CrudWrite(entry, key, hash, Json.MAPPER.writeValueAsString(entry));
  }

  /// Ascending ids, so that the index grows at its end.
  private static EntryId newId(Instant now) {
    HexFormat hex = HexFormat.of();
    return new EntryId(
        "te_" + hex.toHexDigits(now.toEpochMilli()) + hex.toHexDigits(RANDOM.nextLong()));
  }

  private static ResponseEntity<byte[]> answer(int status, String json) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.getBytes(UTF_8));
  }
}
