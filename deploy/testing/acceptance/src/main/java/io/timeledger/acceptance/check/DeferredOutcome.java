package io.timeledger.acceptance.check;

/// A 202 and the final outcome of its command by the API.
///
/// @param status `accepted`, `rejected`, `pending`, or another answer
record DeferredOutcome(String mark, String status) {}
