package io.timeledger.ingest.postgres;

import java.util.function.Function;
import org.jooq.Field;

/// A column that a list can be sorted by.
///
/// @param parse converts cursor text to a value
record Sort<T>(String name, Field<T> column, Function<String, T> parse) {}
