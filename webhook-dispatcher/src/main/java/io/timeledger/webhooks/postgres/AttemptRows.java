package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.ATTEMPT;
import static io.timeledger.webhooks.postgres.UnnestRows.r;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.when;

import io.timeledger.egress.CallOutcome;
import io.timeledger.egress.HttpExchange;
import io.timeledger.webhooks.attempt.CompletedAttempt;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Completes the attempts that were written before their calls. One whose lease was lost was
/// given up by then: it keeps that outcome, and gets what was learned nevertheless.
final class AttemptRows {
  private AttemptRows() {}

  /// @param completed all of one day
  static void complete(DSLContext tx, LocalDate day, List<CompletedAttempt> completed) {
    tx.update(ATTEMPT)
        .set(ATTEMPT.ENDED_AT, r(ATTEMPT.ENDED_AT))
        .set(ATTEMPT.OUTCOME, coalesce(ATTEMPT.OUTCOME, r(ATTEMPT.OUTCOME)))
        .set(ATTEMPT.BILLED, coalesce(ATTEMPT.BILLED, r(ATTEMPT.BILLED)))
        .set(ATTEMPT.STATUS_CODE, r(ATTEMPT.STATUS_CODE))
        .set(
            ATTEMPT.ERROR_DETAIL,
            when(ATTEMPT.OUTCOME.isNull(), r(ATTEMPT.ERROR_DETAIL))
                .otherwise(
                    DSL.concat(DSL.inline("the lease was lost; then: "), r(ATTEMPT.OUTCOME))))
        .set(ATTEMPT.DNS_MS, r(ATTEMPT.DNS_MS))
        .set(ATTEMPT.CONNECT_MS, r(ATTEMPT.CONNECT_MS))
        .set(ATTEMPT.TLS_MS, r(ATTEMPT.TLS_MS))
        .set(ATTEMPT.FIRST_BYTE_MS, r(ATTEMPT.FIRST_BYTE_MS))
        .set(ATTEMPT.TOTAL_MS, r(ATTEMPT.TOTAL_MS))
        .set(ATTEMPT.REMOTE_IP, r(ATTEMPT.REMOTE_IP))
        .set(ATTEMPT.REQUEST_HEADERS, r(ATTEMPT.REQUEST_HEADERS))
        .set(ATTEMPT.RESPONSE_HEADERS, r(ATTEMPT.RESPONSE_HEADERS))
        .set(ATTEMPT.RESPONSE_BODY, r(ATTEMPT.RESPONSE_BODY))
        .set(ATTEMPT.RESPONSE_TRUNCATED, r(ATTEMPT.RESPONSE_TRUNCATED))
        .set(ATTEMPT.RESPONSE_SHA256, r(ATTEMPT.RESPONSE_SHA256))
        .set(ATTEMPT.RETRY_AFTER, r(ATTEMPT.RETRY_AFTER))
        .set(
            ATTEMPT.NEXT_ATTEMPT_AT,
            when(ATTEMPT.OUTCOME.isNull(), r(ATTEMPT.NEXT_ATTEMPT_AT))
                .otherwise(ATTEMPT.NEXT_ATTEMPT_AT))
        .set(ATTEMPT.SECRET_SEQS, r(ATTEMPT.SECRET_SEQS))
        .from(rows(completed).table())
        .where(ATTEMPT.DAY.eq(day))
        .and(ColumnConverters.isAny(ATTEMPT.DELIVERY_ID, completed, CompletedAttempt::deliveryId))
        .and(ATTEMPT.DELIVERY_ID.eq(r(ATTEMPT.DELIVERY_ID)))
        .and(ATTEMPT.ATTEMPT_NO.eq(r(ATTEMPT.ATTEMPT_NO)))
        .execute();
  }

  private static UnnestRows<CompletedAttempt> rows(List<CompletedAttempt> completed) {
    return UnnestRows.of(completed)
        .with(ATTEMPT.DELIVERY_ID, CompletedAttempt::deliveryId)
        .with(ATTEMPT.ATTEMPT_NO, attempt -> attempt.ended().lease().attemptNo())
        .with(ATTEMPT.ENDED_AT, attempt -> attempt.ended().endedAt())
        .with(ATTEMPT.OUTCOME, CompletedAttempt::outcome)
        .with(ATTEMPT.BILLED, CompletedAttempt::isBilled)
        .with(ATTEMPT.STATUS_CODE, attempt -> attempt.ended().answer().statusCode())
        .with(
            ATTEMPT.ERROR_DETAIL,
            attempt -> attempt.ended().error().isEmpty() ? null : attempt.ended().error())
        .with(ATTEMPT.DNS_MS, of(exchange -> exchange.timings().dns()))
        .with(ATTEMPT.CONNECT_MS, of(exchange -> exchange.timings().connect()))
        .with(ATTEMPT.TLS_MS, of(exchange -> exchange.timings().tls()))
        .with(ATTEMPT.FIRST_BYTE_MS, of(exchange -> exchange.timings().firstByte()))
        .with(ATTEMPT.TOTAL_MS, of(AttemptRows::totalMillis))
        .with(ATTEMPT.REMOTE_IP, of(HttpExchange::remoteIp))
        .with(
            ATTEMPT.REQUEST_HEADERS,
            attempt -> ColumnConverters.json(attempt.ended().loggedHeaders()))
        .with(
            ATTEMPT.RESPONSE_HEADERS,
            ofAnswer(answer -> ColumnConverters.json(answer.responseHeaders())))
        .with(ATTEMPT.RESPONSE_BODY, ofAnswer(answer -> answer.body().bytes().array()))
        .with(ATTEMPT.RESPONSE_TRUNCATED, ofAnswer(answer -> answer.body().truncated()))
        .with(ATTEMPT.RESPONSE_SHA256, ofAnswer(answer -> answer.body().sha256()))
        .with(ATTEMPT.RETRY_AFTER, of(exchange -> exchange.header("retry-after").orElse(null)))
        .with(ATTEMPT.NEXT_ATTEMPT_AT, CompletedAttempt::dueAt)
        .with(ATTEMPT.SECRET_SEQS, attempt -> attempt.ended().secretSeqs().toArray(Integer[]::new));
  }

  private static <V> Function<CompletedAttempt, @Nullable V> of(
      Function<HttpExchange, @Nullable V> part) {
    return completed -> {
      HttpExchange exchange = completed.ended().exchange();
      return exchange == null ? null : part.apply(exchange);
    };
  }

  private static <V> Function<CompletedAttempt, @Nullable V> ofAnswer(
      Function<HttpExchange, @Nullable V> part) {
    return of(exchange -> exchange.statusCode() == null ? null : part.apply(exchange));
  }

  // The duration of a blocked call would reveal whether anything answers at the address.
  private static @Nullable Integer totalMillis(HttpExchange exchange) {
    return exchange.outcome() == CallOutcome.BLOCKED_ADDRESS
        ? null
        : (int) exchange.timings().total().toMillis();
  }
}
