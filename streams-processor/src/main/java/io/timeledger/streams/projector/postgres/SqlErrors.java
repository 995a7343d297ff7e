package io.timeledger.streams.projector.postgres;

import org.jooq.exception.DataAccessException;
import org.jooq.exception.SQLStateClass;

/// Tells failures of the database from those over what it was given.
public final class SqlErrors {
  private SqlErrors() {}

  /// Whether anything else would have failed as well.
  public static boolean isBehind(RuntimeException failure) {
    return failure instanceof DataAccessException trouble
        && trouble.sqlStateClass() != SQLStateClass.C22_DATA_EXCEPTION
        && trouble.sqlStateClass() != SQLStateClass.C23_INTEGRITY_CONSTRAINT_VIOLATION;
  }
}
