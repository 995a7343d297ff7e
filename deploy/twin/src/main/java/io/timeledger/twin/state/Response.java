package io.timeledger.twin.state;

/// The owner's answer to an invitation; `ORGANIZER` for their own meetings.
public enum Response {
  ORGANIZER,
  ACCEPTED,
  TENTATIVE,
  DECLINED,
  NONE_YET
}
