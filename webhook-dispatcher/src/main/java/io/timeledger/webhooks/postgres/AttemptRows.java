package io.timeledger.webhooks.postgres;

import static java.util.stream.Collectors.joining;

import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.webhook.AttemptOutcome;
import io.timeledger.webhooks.attempt.CompletedAttempt;
import io.timeledger.webhooks.egress.HttpExchange;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Completes the attempts that were written before their calls. One whose lease was lost was
/// given up by then: it keeps that outcome, and gets what was learned nevertheless.
final class AttemptRows {
  private static final String COMPLETE =
      """
      update webhooks.attempt a
      set ended_at = r.ended_at,
        outcome = coalesce(a.outcome, r.outcome),
        billed = coalesce(a.billed, r.billed),
        status_code = r.status_code,
        error_detail = case when a.outcome is null then r.error_detail
          else 'the lease was lost; then: ' || r.outcome end,
        dns_ms = r.dns_ms, connect_ms = r.connect_ms, tls_ms = r.tls_ms,
        first_byte_ms = r.first_byte_ms, total_ms = r.total_ms,
        remote_ip = r.remote_ip,
        request_headers = r.request_headers::jsonb,
        response_headers = r.response_headers::jsonb,
        response_body = r.response_body,
        response_truncated = r.response_truncated,
        response_sha256 = r.response_sha256,
        retry_after = r.retry_after,
        next_attempt_at = case when a.outcome is null then r.next_attempt_at
          else a.next_attempt_at end,
        secret_seqs = r.secret_seqs::int[]
      from {0}
      where a.day = {1} and a.delivery_id = any({2})
        and a.delivery_id = r.delivery_id and a.attempt_no = r.attempt_no
      """;

  private AttemptRows() {}

  /// @param finished all of one day
  static void complete(DSLContext tx, LocalDate day, List<CompletedAttempt> finished) {
    QueryPart rows =
        UnnestRows.of(finished)
            .text("delivery_id", CompletedAttempt::deliveryId)
            .integer("attempt_no", it -> it.ended().lease().attemptNo())
            .instant("ended_at", it -> it.ended().endedAt())
            .text("outcome", CompletedAttempt::outcome)
            .bool("billed", CompletedAttempt::isBilled)
            .integer("status_code", it -> it.ended().answer().statusCode())
            .text("error_detail", it -> it.ended().error().isEmpty() ? null : it.ended().error())
            .integer("dns_ms", of(it -> it.timings().dns()))
            .integer("connect_ms", of(it -> it.timings().connect()))
            .integer("tls_ms", of(it -> it.timings().tls()))
            .integer("first_byte_ms", of(it -> it.timings().firstByte()))
            .integer("total_ms", of(AttemptRows::totalMillis))
            .text("remote_ip", of(HttpExchange::remoteIp))
            .text(
                "request_headers", it -> Json.MAPPER.writeValueAsString(it.ended().loggedHeaders()))
            .text(
                "response_headers",
                ofAnswer(it -> Json.MAPPER.writeValueAsString(it.responseHeaders())))
            .bytes("response_body", ofAnswer(it -> it.body().bytes().array()))
            .bool("response_truncated", ofAnswer(it -> it.body().truncated()))
            .text("response_sha256", ofAnswer(it -> it.body().sha256()))
            .text("retry_after", of(it -> it.header("retry-after").orElse(null)))
            .instant("next_attempt_at", CompletedAttempt::dueAt)
            .text("secret_seqs", it -> array(it.ended().secretSeqs()))
            .table();
    tx.execute(COMPLETE, rows, DSL.val(day), DSL.val(CompletedAttempt.deliveryIds(finished)));
  }

  private static <V> Function<CompletedAttempt, @Nullable V> of(
      Function<HttpExchange, @Nullable V> part) {
    return finished -> {
      HttpExchange exchange = finished.ended().exchange();
      return exchange == null ? null : part.apply(exchange);
    };
  }

  private static <V> Function<CompletedAttempt, @Nullable V> ofAnswer(
      Function<HttpExchange, @Nullable V> part) {
    return of(exchange -> exchange.statusCode() == null ? null : part.apply(exchange));
  }

  // How long a blocked call took would tell whether there is something behind the address.
  private static @Nullable Integer totalMillis(HttpExchange exchange) {
    return exchange.outcome() == AttemptOutcome.BLOCKED_ADDRESS
        ? null
        : (int) exchange.timings().total().toMillis();
  }

  private static String array(List<Integer> numbers) {
    return numbers.stream().map(Object::toString).collect(joining(",", "{", "}"));
  }
}
