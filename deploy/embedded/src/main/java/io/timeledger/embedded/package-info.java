/// An embedded Kafka broker and PostgreSQL 18 server, for one laptop and for tests.
@NullMarked
package io.timeledger.embedded;

import org.jspecify.annotations.NullMarked;
