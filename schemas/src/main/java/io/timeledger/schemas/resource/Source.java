package io.timeledger.schemas.resource;

/// How an entry came in.
public enum Source {
  API,
  TIMER,
  IMPORT
}
