package io.timeledger.schemas.reply;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Every error code that a caller can see. Codes are stable; messages are not.
public enum ErrorCode {
  MALFORMED_JSON(400, "The body is not valid JSON in UTF-8."),
  UNKNOWN_FIELD(400, "The body contains an unknown field."),
  WRONG_TYPE(400, "A field or parameter has a value of the wrong type or form."),
  UNKNOWN_PARAMETER(400, "The query contains an unknown parameter."),
  INVALID_PARAMETER(400, "A query parameter, path segment or header is out of range."),
  INVALID_CURSOR(400, "The cursor does not belong to this list and its filters."),
  IMPORT_UNREADABLE(400, "The file does not match the given format; nothing was imported."),
  DATE_ORDER_REQUIRED(400, "The dates are ambiguous (day or month first): set date_order."),
  UNAUTHORIZED(401, "The bearer token is missing, unknown, expired or revoked."),
  FORBIDDEN(403, "The caller lacks the permission that the message names."),
  UNKNOWN_WORKSPACE(403, "The token is for a workspace that does not exist."),
  NOT_A_MEMBER(403, "The caller is not an active member of the workspace."),
  SELF_APPROVAL(403, "Members may not approve their own timesheet."),
  NOT_THE_APPROVER(403, "The timesheet is waiting for another approver."),
  NOT_FOUND(404, "Not found in the caller's workspace."),
  METHOD_NOT_ALLOWED(405, "The path does not support this method."),
  NOT_ACCEPTABLE(406, "No response format matches the Accept header."),
  REQUEST_TIMEOUT(408, "The request arrived too slowly or was cut off."),
  TIMESHEET_NOT_DRAFT(409, "Only a draft or rejected timesheet can be submitted."),
  TIMESHEET_NOT_SUBMITTED(409, "This action requires a submitted timesheet."),
  TIMESHEET_NOT_APPROVED(409, "Only an approved timesheet can be reopened."),
  TIMESHEET_LOCKED(409, "The timesheet of the day is submitted or approved."),
  TIMESHEET_INVOICED(409, "An entry of the timesheet is on an invoice."),
  TIMER_RUNNING(409, "The member already has a running timer."),
  NO_RUNNING_TIMER(409, "The member has no running timer."),
  ENTRY_OVERLAPS(409, "The entry overlaps another of the same member."),
  ENTRY_INVOICED(409, "The entry is on an invoice."),
  ENTRY_RUNNING(409, "The entry is still running: stop it first."),
  EXTERNAL_ID_TAKEN(409, "Another entry already has this external id."),
  AMBIGUOUS_CLIENT(409, "Several clients have this name."),
  AMBIGUOUS_PROJECT(409, "Several projects have this name."),
  AMBIGUOUS_TASK(409, "Several tasks have this name."),
  APPROVAL_ROUTE_EXISTS(409, "Another approval route already covers this scope."),
  LAST_OWNER(409, "A workspace must have at least one active owner."),
  WORKSPACE_EXISTS(409, "The workspace already exists."),
  WEBHOOK_LIMIT(409, "The workspace has reached its limit of webhooks."),
  SECRET_LIMIT(409, "The webhook has reached its limit of active secrets."),
  ACCOUNT_DIFFERS(409, "The connection belongs to another account of the provider."),
  SESSION_NOT_RENEWABLE(409, "A session can be renewed in its last hour only."),
  CONNECTION_LIMIT(409, "The member has reached the limit of connections."),
  VERSION_MISMATCH(412, "The resource has changed since the version in If-Match."),
  PRECONDITION_FAILED(412, "The resource does not meet If-Match or If-None-Match."),
  PAYLOAD_TOO_LARGE(413, "The body is larger than this operation allows."),
  URI_TOO_LONG(414, "The path and query are longer than 16 KiB."),
  UNSUPPORTED_MEDIA_TYPE(415, "The media type or content encoding of the body is not supported."),
  VALIDATION_FAILED(422, "One or more fields are invalid; see details."),
  OFFSET_REQUIRED(422, "A timestamp needs an offset, as in 2026-04-29T10:23:00+02:00."),
  FUTURE_ENTRY(422, "The workspace does not allow entries in the future."),
  CROSSES_MIDNIGHT(422, "The workspace splits entries at midnight; an edit may not cross it."),
  ENTRY_TOO_LONG(422, "A manual entry lasts at most 24 hours."),
  UNKNOWN_MEMBER(422, "The user is not a member of the workspace."),
  MEMBER_INACTIVE(422, "The member has left the workspace."),
  UNKNOWN_PROJECT(422, "The project does not exist, and the workspace requires known projects."),
  UNKNOWN_TASK(422, "The task does not exist, and the workspace requires known tasks."),
  UNKNOWN_CLIENT(422, "The client does not exist, and the workspace requires known clients."),
  BATCH_REFUSED(422, "Items of the atomic batch were rejected, so none was applied."),
  PROJECT_ARCHIVED(422, "The project is archived or deleted and accepts no new time."),
  REJECTED_BY_RULE(422, "The automation rule that the message names rejects the entry."),
  TIMESHEET_EMPTY(422, "An empty timesheet cannot be submitted."),
  REASON_REQUIRED(422, "This action requires a reason."),
  PROVIDER_NOT_CONFIGURED(422, "The operator has not configured this calendar provider."),
  TICKET_INVALID(422, "The ticket is altered, used or older than 10 minutes."),
  BLOCK_NOT_CONVERTIBLE(422, "The block has no valid entry times: send started_at and ended_at."),
  UNKNOWN_CALENDAR(422, "The calendar does not belong to the connection."),
  EXTERNAL_SOURCE_RESERVED(422, "External sources that begin with timeledger: are reserved."),
  IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was already used for another request."),
  RATE_LIMIT_EXCEEDED(429, "Too many requests: wait for the time in Retry-After."),
  HEADERS_TOO_LARGE(431, "The headers exceed 16 KiB in total, or there are more than 100."),
  INTERNAL_ERROR(500, "Internal error; quote the request id."),
  NOT_IMPLEMENTED(501, "The request uses an HTTP feature that is not supported."),
  LOG_UNAVAILABLE(
      503,
      "The log did not confirm the request, which may still be decided; repeated with its"
          + " Idempotency-Key it takes effect once."),
  SECRETS_UNAVAILABLE(503, "The operator has not configured a key for secrets."),
  DISPATCHER_UNAVAILABLE(503, "The webhook dispatcher is not responding."),
  CALENDAR_UNAVAILABLE(503, "The calendar connector is not responding."),
  READ_MODEL_UNAVAILABLE(503, "The read models are unavailable; writes still work."),
  HTTP_VERSION_UNSUPPORTED(505, "The HTTP version is not supported.");

  private final int status;
  private final String meaning;

  ErrorCode(int status, String meaning) {
    this.status = status;
    this.meaning = meaning;
  }

  /// The HTTP status of the response.
  public int status() {
    return status;
  }

  public String meaning() {
    return meaning;
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static ErrorCode of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
