package io.timeledger.calendar.provider;

/// The calendar owner's answer to the invitation.
public enum ParticipationStatus {
  /// No answer is expected, or the source does not say which attendee the owner is.
  NONE,
  ACCEPTED,
  TENTATIVE,
  UNANSWERED,
  DECLINED
}
