/// What Timeledger is measured against: the same entries taken in by a service that writes them to
/// PostgreSQL in one transaction with an audit row and an outbox row, and has no Kafka.
@NullMarked
package io.timeledger.bench.crud;

import org.jspecify.annotations.NullMarked;
