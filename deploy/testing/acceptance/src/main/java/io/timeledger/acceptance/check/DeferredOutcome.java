package io.timeledger.acceptance.check;

/// A 202 and what the API says of the command in the end.
///
/// @param status `accepted`, `rejected`, `pending`, or what else was answered
record DeferredOutcome(String mark, String status) {}
