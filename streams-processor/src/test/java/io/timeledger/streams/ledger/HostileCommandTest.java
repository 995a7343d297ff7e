package io.timeledger.streams.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.json.CommandCodec;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.json.MalformedException;
import io.timeledger.schemas.resource.Permission;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Commands that are well-formed JSON and mean harm: each is malformed as a whole, is refused, or
/// makes events that can be read again.
@Timeout(10)
class HostileCommandTest {
  private static final CommandCodec CODEC = new CommandCodec();
  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-10T12:00:00Z");

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          create_entry       | {}
          create_entry       | null
          create_entry       | {"draft":null}
          create_entry       | {"draft":{"tags":[null],"log_date":"2026-06-09","duration_seconds":60}}
          create_entry       | {"draft":{"description":"\\u0000","log_date":"2026-06-09","duration_seconds":60}}
          create_entry       | {"draft":{"description":"\\ud800","log_date":"2026-06-09","duration_seconds":60}}
          create_entry       | {"draft":{"external_source":"x","external_id":"\\u0000","log_date":"2026-06-09","duration_seconds":60}}
          create_entry       | {"draft":{"started_at":"+1000000000-12-31T23:59:59Z","ended_at":"+1000000000-12-31T23:59:59Z"}}
          start_timer        | {}
          start_timer        | {"draft":{"started_at":"-1000000000-01-01T00:00:00Z"}}
          update_entry       | {"id":"te_1"}
          update_entry       | {"id":null,"patch":{}}
          delete_entry       | {}
          import_entries     | {}
          import_entries     | {"rows":null}
          import_entries     | {"rows":[null]}
          import_entries     | {"rows":[{}]}
          import_entries     | {"rows":[{"draft":null}]}
          flag_runaway_timer | {}
          submit_timesheet   | {}
          update_settings    | {}
          update_settings    | {"patch":null}
          update_settings    | {"patch":{"required_fields":[null]}}
          update_settings    | {"patch":{"default_hourly_rate":0E-1000000}}
          put_rate           | {"hourly_rate":1}
          put_rate           | {"hourly_rate":1,"effective_from":null}
          put_rate           | {"hourly_rate":1E-1000000,"effective_from":"2026-01-01"}
          put_rate           | {"hourly_rate":1E+1000000,"effective_from":"2026-01-01"}
          put_rate           | {"hourly_rate":0E-1000000,"effective_from":"2026-01-01"}
          put_rate           | {"hourly_rate":1,"effective_from":"+999999999-12-31"}
          put_rate           | {"hourly_rate":1,"effective_from":"2026-01-01","effective_to":"+999999999-12-31"}
          delete_rate        | {}
          put_member         | {}
          put_member         | {"id":"u_new"}
          put_member         | {"id":"u_new","teams":[null]}
          put_member         | {"id":"u_new","teams":[],"name":"\\ud800"}
          put_member         | {"id":"u_new","teams":[],"email":"\\u0000"}
          put_member         | {"id":"u_new","teams":[],"weekly_hours":1E-1000000}
          put_project        | {"id":"p"}
          put_project        | {"id":"p","name":"P","archived":false,"time_budget_hours":1E+2147483647}
          put_project        | {"id":"p","name":"P","archived":false,"time_budget_hours":1E-1000000}
          put_task           | {"id":"t"}
          put_task           | {"id":"t","name":"T","completed_at":"+1000000000-12-31T23:59:59Z"}
          put_client         | {"id":"c"}
          connect_calendar   | {"id":"conn_1","provider":"ics","name":"Work"}
          connect_calendar   | {"id":"conn_1","provider":"caldav","name":"Work","secret":{"key_id":"k","ciphertext":"c"}}
          change_connection  | {"id":"conn_1","patch":{"calendar_ids":["a/b"]}}
          convert_blocks     | {"items":[null]}
          convert_blocks     | {"items":[{"index":0,"draft":{}}]}
          put_calendar_rule  | {"id":"r","position":0,"enabled":true,"effect":{"hide":true,"tags":[]}}
          put_calendar_rule  | {"id":"r","position":0,"enabled":true,"conditions":{},"effect":{"hide":true,"tags":[]}}
          put_contact        | {"id":"c"}
          put_contact        | {"id":"c","email_hashes":[null]}
          create_token       | {"id":"tok_1","scopes":[]}
          create_token       | {"id":"tok_1","name":"x","scopes":[null],"own_data_only":false,"secret_hash":""}
          """)
  void isDeadBeforeItIsDecided(String type, String command) {
    assertThat(read(envelope(type, command))).isNull();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          create_entry | {"draft":{"log_date":"2026-06-09","duration_seconds":9223372036854775807}} | entry_too_long
          create_entry | {"draft":{"log_date":"2026-06-09","duration_seconds":-9223372036854775808}} | validation_failed
          create_entry | {"draft":{"log_date":"9999-12-31","duration_seconds":60}} | validation_failed
          create_entry | {"draft":{"started_at":"0001-01-01T00:00:00Z","ended_at":"9999-12-31T00:00:00Z"}} | entry_too_long
          create_entry | {"draft":{"entity_type":"ticket","entity_id":"a/b","log_date":"2026-06-09","duration_seconds":60}} | validation_failed
          create_entry | {"draft":{"entity_type":"task","entity_id":"a b","log_date":"2026-06-09","duration_seconds":60}} | validation_failed
          start_timer  | {"draft":{"started_at":"0001-01-01T00:00:00Z"}} | validation_failed
          stop_timer   | {"stopped_at":"9999-12-31T23:59:59Z"} | no_running_timer
          put_rate     | {"hourly_rate":0.00001,"effective_from":"2026-01-01"} | validation_failed
          put_rate     | {"hourly_rate":1,"currency":"XXX","effective_from":"2026-01-01"} | validation_failed
          update_settings | {"patch":{"default_currency":"XAU"}} | validation_failed
          put_member   | {"id":"u_new","teams":[],"weekly_hours":0.00001} | validation_failed
          put_member   | {"id":"u_new","teams":[],"weekly_hours":168.0001} | validation_failed
          put_project  | {"id":"p","name":"P","archived":false,"time_budget_hours":0.00001} | validation_failed
          put_project  | {"id":"p","name":"P","archived":false,"time_budget_hours":10000000} | validation_failed
          put_task     | {"id":"t","name":"T","estimate_hours":-1} | validation_failed
          connect_calendar  | {"id":"wh_1","provider":"ics","name":"W","secret":{"key_id":"k","ciphertext":"c"}} | validation_failed
          report_connection | {"id":"conn_1","status":"active","seen_version":1} | not_found
          put_contact       | {"id":"c","email_hashes":["jo@customer.example"]} | validation_failed
          put_contact       | {"id":"c","email_hashes":[],"deal_id":"a/b"} | validation_failed
          put_calendar_rule | {"id":"r","position":-1,"enabled":true,"conditions":{"weekdays":[]},"effect":{"hide":true,"tags":[]}} | validation_failed
          """)
  void isRefusedByName(String type, String command, String code) {
    CommandEnvelope envelope = Objects.requireNonNull(read(envelope(type, command)));

    assertThat(ledger.handle(envelope).refusal()).isEqualTo(code);
    ledger.verifyReplay();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          put_rate        | {"hourly_rate":0E+90,"effective_from":"2026-01-01"}
          put_rate        | {"hourly_rate":1E+6,"cost_rate":0E-90,"effective_from":"0001-01-01","effective_to":"9999-12-31"}
          put_rate        | {"hourly_rate":100000000000000000000000000000000000000000000000E-46,"effective_from":"2026-01-01"}
          update_settings | {"patch":{"default_hourly_rate":0E-90,"default_weekly_hours":4E+1}}
          put_project     | {"id":"p","name":"P","archived":false,"time_budget_hours":0E-90}
          put_member      | {"id":"u_new","teams":[],"weekly_hours":40.0000000000000000000}
          create_entry    | {"draft":{"tags":["","a,b","\\"","\\u2028","🕰"],"description":"\\u2029'; --","log_date":"2026-06-09","duration_seconds":60}}
          """)
  void isKeptInAFormThatCanBeReadAgain(String type, String command) {
    CommandEnvelope envelope = Objects.requireNonNull(read(envelope(type, command)));

    assertThat(ledger.handle(envelope).refusal()).isNull();
    assertThat(ledger.log().toString()).doesNotContain("E-").doesNotContain("E+");
    ledger.verifyReplay();
  }

  @Test
  void needsAnActorWithAUser() {
    assertThat(
            read(
                """
                {"id":"h","workspace_id":"ws_test","body_hash":"","type":"stop_timer","command":{}}"""))
        .isNull();
    assertThat(
            read(
                """
                {"id":"h","workspace_id":"ws_test","actor":{"permissions":[],"via":"api"},
                "body_hash":"","type":"stop_timer","command":{}}"""))
        .isNull();
  }

  /// The command, or null when it is malformed.
  private static @Nullable CommandEnvelope read(String json) {
    try {
      return CODEC.read(json.getBytes(UTF_8));
    } catch (MalformedException e) {
      return null;
    }
  }

  private static String envelope(String type, String command) {
    return """
        {"id":"h","workspace_id":"ws_test","body_hash":"","type":"%s","command":%s,
        "actor":{"user_id":"u_owner","permissions":%s,"via":"api"}}"""
        .formatted(type, command, Json.MAPPER.writeValueAsString(Permission.values()));
  }
}
