package io.timeledger.schemas.resource;

/// What time is tracked against. Only `internal` has no entity id.
public enum EntityType {
  TASK,
  TICKET,
  DEAL,
  CANDIDATE,
  CONTACT,
  CONVERSATION,
  CALENDAR_EVENT,
  INTERNAL
}
