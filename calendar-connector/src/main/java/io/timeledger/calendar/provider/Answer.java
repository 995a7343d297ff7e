package io.timeledger.calendar.provider;

/// What the calendar's owner answered to the invitation.
public enum Answer {
  /// There is nothing to answer, or the source does not say who of the guests the owner is.
  NONE,
  ACCEPTED,
  TENTATIVE,
  UNANSWERED,
  DECLINED
}
