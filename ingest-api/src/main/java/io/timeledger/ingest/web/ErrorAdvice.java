package io.timeledger.ingest.web;

import static io.timeledger.schemas.reply.ErrorCode.INTERNAL_ERROR;
import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;
import static io.timeledger.schemas.reply.ErrorCode.MALFORMED_JSON;
import static io.timeledger.schemas.reply.ErrorCode.METHOD_NOT_ALLOWED;
import static io.timeledger.schemas.reply.ErrorCode.NOT_FOUND;
import static io.timeledger.schemas.reply.ErrorCode.PAYLOAD_TOO_LARGE;
import static io.timeledger.schemas.reply.ErrorCode.REQUEST_TIMEOUT;
import static io.timeledger.schemas.reply.ErrorCode.UNSUPPORTED_MEDIA_TYPE;

import io.timeledger.ingest.web.body.BodyTooLargeException;
import io.timeledger.ingest.web.body.SlowBodyException;
import io.timeledger.ingest.web.body.UnreadableEncodingException;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.ingest.web.error.ErrorWriter;
import io.timeledger.ingest.web.error.RequestId;
import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.id.Id;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.node.ObjectNode;

/// Converts every exception of an operation to a problem in the envelope.
@RestControllerAdvice
final class ErrorAdvice {
  private static final Logger log = LoggerFactory.getLogger(ErrorAdvice.class);

  @ExceptionHandler
  ResponseEntity<ObjectNode> refused(ApiException e, HttpServletRequest request) {
    return answer(e.problem(), new HttpHeaders(), request);
  }

  @ExceptionHandler
  ResponseEntity<ObjectNode> unreadable(
      HttpMessageNotReadableException e, HttpServletRequest request) {
    return answer(bodyProblem(e.getCause()), new HttpHeaders(), request);
  }

  /// From bodies that operations read themselves.
  @ExceptionHandler({
    BodyTooLargeException.class,
    SlowBodyException.class,
    UnreadableEncodingException.class
  })
  ResponseEntity<ObjectNode> unreadable(IOException e, HttpServletRequest request) {
    return answer(bodyProblem(e), new HttpHeaders(), request);
  }

  private static Problem bodyProblem(@Nullable Throwable cause) {
    return switch (cause) {
      case BodyTooLargeException _ -> Problem.of(PAYLOAD_TOO_LARGE, PAYLOAD_TOO_LARGE.meaning());
      case SlowBodyException _ -> Problem.of(REQUEST_TIMEOUT, REQUEST_TIMEOUT.meaning());
      case UnreadableEncodingException _ ->
          ApiException.of(
                  INVALID_PARAMETER, HttpHeaders.CONTENT_ENCODING, "The body is not valid gzip.")
              .problem();
      case null, default -> Problem.of(MALFORMED_JSON, "The body is missing or broke off.");
    };
  }

  @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
  ResponseEntity<ObjectNode> unknownPath(HttpServletRequest request) {
    return answer(
        Problem.of(NOT_FOUND, "There is nothing at this path."), new HttpHeaders(), request);
  }

  /// All typed path variables are ids.
  @ExceptionHandler
  ResponseEntity<ObjectNode> impossibleId(
      MethodArgumentTypeMismatchException e, HttpServletRequest request) {
    FieldValidator form = new FieldValidator();
    form.fail(e.getName(), "invalid_id", "Expected " + Id.RULE + ".");
    return answer(form.problem(), new HttpHeaders(), request);
  }

  @ExceptionHandler
  ResponseEntity<ObjectNode> missing(
      MissingServletRequestParameterException e, HttpServletRequest request) {
    return refused(
        ApiException.of(INVALID_PARAMETER, e.getParameterName(), "The parameter is needed."),
        request);
  }

  @ExceptionHandler
  ResponseEntity<ObjectNode> wrongMethod(
      HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
    return answer(
        Problem.of(METHOD_NOT_ALLOWED, METHOD_NOT_ALLOWED.meaning()), e.getHeaders(), request);
  }

  @ExceptionHandler
  ResponseEntity<ObjectNode> wrongType(
      HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
    return answer(
        Problem.of(UNSUPPORTED_MEDIA_TYPE, UNSUPPORTED_MEDIA_TYPE.meaning()),
        e.getHeaders(),
        request);
  }

  @ExceptionHandler
  ResponseEntity<ObjectNode> failed(Exception e, HttpServletRequest request) {
    if (e instanceof ResponseAbortedException brokenOff) {
      // Rethrown to the container, which closes the connection.
      throw brokenOff;
    }
    log.error("event=request_failed request_id={}", RequestId.of(request), e);
    return answer(INTERNAL_ERROR, request);
  }

  private static ResponseEntity<ObjectNode> answer(ErrorCode code, HttpServletRequest request) {
    return answer(Problem.of(code, code.meaning()), new HttpHeaders(), request);
  }

  private static ResponseEntity<ObjectNode> answer(
      Problem problem, HttpHeaders headers, HttpServletRequest request) {
    return ResponseEntity.status(problem.code().status())
        .headers(headers)
        .headers(ErrorWriter.headers(problem))
        .contentType(MediaType.APPLICATION_JSON)
        .body(Envelope.error(problem, RequestId.of(request)));
  }
}
