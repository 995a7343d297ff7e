package io.timeledger.acceptance.calendar;

/// The final answer to a conversion.
///
/// @param entry the id in the answer; empty if it was refused
public record AnsweredConversion(String workspace, String block, int status, String entry) {
  public boolean isAcknowledged() {
    return status == 200 || status == 201;
  }
}
