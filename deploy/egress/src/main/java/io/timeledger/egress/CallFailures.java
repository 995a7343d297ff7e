package io.timeledger.egress;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/// Classifies failed calls by the client's exception.
final class CallFailures {
  private CallFailures() {}

  static CallOutcome outcomeOf(Exception failure) {
    return switch (failure) {
      case BlockedAddressException e -> CallOutcome.BLOCKED_ADDRESS;
      case UnknownHostException e -> CallOutcome.DNS;
      case SocketTimeoutException e -> CallOutcome.TIMEOUT;
      case SSLException e -> CallOutcome.TLS;
      case ConnectException e -> CallOutcome.REFUSED;
      case NoRouteToHostException e -> CallOutcome.REFUSED;
      case MessageConstraintException e -> CallOutcome.RESPONSE_INVALID;
      case ConnectionClosedException e -> CallOutcome.RESET;
      case NoHttpResponseException e -> CallOutcome.RESET;
      case MalformedChunkCodingException e -> CallOutcome.RESPONSE_INVALID;
      case ClientProtocolException e -> CallOutcome.RESPONSE_INVALID;
      case HttpException e -> CallOutcome.RESPONSE_INVALID;
      case IOException e -> CallOutcome.RESET;
      default -> CallOutcome.RESPONSE_INVALID;
    };
  }

  /// A short stable text for a log that the endpoint's owner reads.
  static String wordsFor(CallOutcome outcome, CallProgress.Phase phase, Exception failure) {
    return switch (outcome) {
      case BLOCKED_ADDRESS -> "the address may not be called";
      case DNS -> "the name could not be resolved";
      case REFUSED -> "the connection was refused";
      case RESET ->
          phase == CallProgress.Phase.BODY
              ? "the connection ended in the middle of the answer"
              : "the connection ended without an answer";
      case TLS -> "TLS: " + brief(failure);
      case TIMEOUT ->
          switch (phase) {
            case START -> "no connection was to be had in time";
            case DNS -> "the name could not be resolved in time";
            case CONNECT -> "the connection was not made in time";
            case TLS -> "the TLS handshake did not end in time";
            case HEAD -> "no answer came in time";
            case BODY -> "the answer did not end in time";
          };
      default -> "the answer is not HTTP: " + brief(failure);
    };
  }

  private static String brief(Exception failure) {
    String message = String.valueOf(failure.getMessage());
    return message.length() > 200 ? message.substring(0, 200) : message;
  }
}
