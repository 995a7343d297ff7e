/// A real Kafka broker and a real PostgreSQL 18, started from this JVM, for one laptop and for
/// tests.
@NullMarked
package io.timeledger.embedded;

import org.jspecify.annotations.NullMarked;
