package io.timeledger.schemas.resource;

/// Which way a stopped timer is rounded; nearest rounds halves up.
public enum RoundingStrategy {
  NEAREST,
  UP,
  DOWN
}
