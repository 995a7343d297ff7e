package io.timeledger.calendar.round;

/// The right to read the calendars of a lane, until another one takes it.
///
/// @param token fences what is written: it must still be the lane's
public record LaneLease(String laneId, long token) {}
