package io.timeledger.runtime.kafka;

import org.jooq.exception.DataAccessException;
import org.jooq.exception.SQLStateClass;

/// Distinguishes failures of the database from errors in its input.
final class SqlErrors {
  private SqlErrors() {}

  /// Whether the database itself failed, so that any other statement would have failed too.
  static boolean isBehind(RuntimeException failure) {
    return failure instanceof DataAccessException trouble
        && trouble.sqlStateClass() != SQLStateClass.C22_DATA_EXCEPTION
        && trouble.sqlStateClass() != SQLStateClass.C23_INTEGRITY_CONSTRAINT_VIOLATION;
  }
}
