package io.timeledger.calendar.round;

/// The right to work on a lane until the lease expires and another instance takes it.
///
/// @param token fencing token: writes succeed only while the lane still has it
public record LaneLease(String laneId, long token) {}
