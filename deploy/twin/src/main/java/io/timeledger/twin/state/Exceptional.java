package io.timeledger.twin.state;

/// What became of one instance of a series.
public sealed interface Exceptional {
  record Changed(Details details) implements Exceptional {}

  record Cancelled() implements Exceptional {}
}
