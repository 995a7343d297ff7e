package io.timeledger.twin.fault;

import io.timeledger.twin.http.HttpAnswer;

/// A vendor's words for what went wrong.
@FunctionalInterface
public interface FaultAnswers {
  HttpAnswer answer(PlannedFault fault);
}
