package io.timeledger.schemas.reply;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Every error code that a caller can see. Codes are stable; messages are not.
public enum ErrorCode {
  MALFORMED_JSON(400, "The body is not valid JSON in UTF-8."),
  UNKNOWN_FIELD(400, "The body has a field that the operation does not know."),
  WRONG_TYPE(400, "A field or parameter has a value of the wrong type or form."),
  UNKNOWN_PARAMETER(400, "The query has a parameter that the operation does not know."),
  INVALID_PARAMETER(400, "A query parameter, path part or header has a value out of its range."),
  INVALID_CURSOR(400, "The cursor is not one that this list gave, or its filters differ."),
  IMPORT_UNREADABLE(400, "The file is not what its format says; nothing was imported."),
  DATE_ORDER_REQUIRED(400, "The dates of the file can be read in two orders: name the right one."),
  UNAUTHORIZED(401, "The bearer token is missing, unknown, expired or revoked."),
  FORBIDDEN(403, "The caller lacks a permission; the message names it."),
  UNKNOWN_WORKSPACE(403, "The token is for a workspace that does not exist."),
  NOT_A_MEMBER(403, "The caller is not an active member of the workspace."),
  SELF_APPROVAL(403, "Nobody approves their own timesheet here."),
  NOT_THE_APPROVER(403, "The timesheet waits for another approver."),
  NOT_FOUND(404, "There is no such thing in the workspace of the caller."),
  METHOD_NOT_ALLOWED(405, "The path does not take this method."),
  NOT_ACCEPTABLE(406, "The answer cannot be given in a form that the caller accepts."),
  REQUEST_TIMEOUT(408, "The request came in too slowly, or broke off."),
  TIMESHEET_NOT_DRAFT(409, "Only a draft or rejected timesheet can be submitted."),
  TIMESHEET_NOT_SUBMITTED(409, "The step needs a submitted timesheet."),
  TIMESHEET_NOT_APPROVED(409, "Only an approved timesheet can be reopened."),
  TIMESHEET_LOCKED(409, "The timesheet of the day is submitted or approved."),
  TIMESHEET_INVOICED(409, "An entry of the timesheet is on an invoice."),
  TIMER_RUNNING(409, "A timer runs where none may."),
  NO_RUNNING_TIMER(409, "The member has no running timer."),
  ENTRY_OVERLAPS(409, "The entry overlaps another of the same member."),
  ENTRY_INVOICED(409, "The entry is on an invoice."),
  ENTRY_RUNNING(409, "The entry is still running: stop it first."),
  EXTERNAL_ID_TAKEN(409, "Another entry has the external id."),
  AMBIGUOUS_CLIENT(409, "Several clients have the name."),
  AMBIGUOUS_PROJECT(409, "Several projects have the name."),
  AMBIGUOUS_TASK(409, "Several tasks have the name."),
  APPROVAL_ROUTE_EXISTS(409, "Another approval route is for the same scope."),
  LAST_OWNER(409, "A workspace keeps at least one active owner."),
  WORKSPACE_EXISTS(409, "The workspace exists already."),
  WEBHOOK_LIMIT(409, "The workspace has as many webhooks as it may have."),
  SECRET_LIMIT(409, "The webhook has as many live secrets as it may have."),
  VERSION_MISMATCH(412, "The resource has changed since the version in If-Match."),
  PRECONDITION_FAILED(412, "The resource is not as If-Match or If-None-Match demand."),
  PAYLOAD_TOO_LARGE(413, "The body is larger than the operation takes."),
  URI_TOO_LONG(414, "The path and query are longer than is read, some 16 KiB."),
  UNSUPPORTED_MEDIA_TYPE(415, "The body has a type or coding that the operation does not take."),
  VALIDATION_FAILED(422, "Fields break rules; the details name each."),
  OFFSET_REQUIRED(422, "A timestamp needs an offset, as in 2026-04-29T10:23:00+02:00."),
  FUTURE_ENTRY(422, "The workspace does not take entries after today."),
  CROSSES_MIDNIGHT(422, "The workspace splits at midnight, and an edit cannot cross it."),
  ENTRY_TOO_LONG(422, "A manual entry lasts at most 24 hours."),
  UNKNOWN_MEMBER(422, "The entry names a user who is not a member."),
  MEMBER_INACTIVE(422, "The member has left the workspace."),
  UNKNOWN_PROJECT(422, "The workspace takes known projects only."),
  UNKNOWN_TASK(422, "The workspace takes known tasks only."),
  UNKNOWN_CLIENT(422, "The workspace takes known clients only."),
  BATCH_REFUSED(422, "Items of the atomic batch were refused, so nothing was done."),
  PROJECT_ARCHIVED(422, "The project is archived or deleted and takes no new time."),
  REJECTED_BY_RULE(
      422, "An automation rule of the workspace refuses the entry; the message names it."),
  TIMESHEET_EMPTY(422, "A timesheet without time cannot be submitted."),
  REASON_REQUIRED(422, "The step needs a reason."),
  IDEMPOTENCY_KEY_REUSED(422, "The key was used for another request."),
  RATE_LIMIT_EXCEEDED(429, "Too many requests: wait as long as Retry-After says."),
  HEADERS_TOO_LARGE(431, "The headers are larger than 16 KiB in all, or more than 100 of them."),
  INTERNAL_ERROR(500, "An error of ours; the request id finds it in the log."),
  NOT_IMPLEMENTED(501, "The request needs something of HTTP that is not served here."),
  LOG_UNAVAILABLE(
      503,
      "The log did not confirm the request, which may still be decided; repeated with its"
          + " Idempotency-Key it takes effect once."),
  SECRETS_UNAVAILABLE(503, "The operator configured no key to keep secrets with."),
  DISPATCHER_UNAVAILABLE(503, "The webhook dispatcher does not answer."),
  READ_MODEL_UNAVAILABLE(503, "The read models cannot be reached; writes go on."),
  HTTP_VERSION_UNSUPPORTED(505, "The version of HTTP is not one that is served.");

  private final int status;
  private final String meaning;

  ErrorCode(int status, String meaning) {
    this.status = status;
    this.meaning = meaning;
  }

  /// The HTTP status that it is answered with.
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
