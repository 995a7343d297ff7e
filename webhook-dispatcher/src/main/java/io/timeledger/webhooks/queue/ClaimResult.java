package io.timeledger.webhooks.queue;

import java.time.Duration;
import java.util.List;

/// The result of a claim.
///
/// @param deliveries to be called now
/// @param nextIn how long until something else may be due; zero or less when something is due
///     that found no slot
public record ClaimResult(List<DueDelivery> deliveries, Duration nextIn) {}
