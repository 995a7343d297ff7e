/// The main baseline: a service without Kafka that writes the same entries to PostgreSQL, in one
/// transaction with an audit row and an outbox row.
@NullMarked
package io.timeledger.bench.crud;

import org.jspecify.annotations.NullMarked;
