package io.timeledger.twin.traffic;

import java.time.Instant;
import java.util.Map;

/// A call that was answered.
///
/// @param number counts from 1
/// @param parameters of the query; the first value of each
public record CallRecord(
    long number,
    Instant at,
    ApiCaller caller,
    String method,
    String path,
    Map<String, String> parameters,
    int status) {}
