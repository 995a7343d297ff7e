/// Black-box tests of the platform's guarantees: processes, HTTP, SQL and Kafka, none of its
/// classes.
@NullMarked
package io.timeledger.acceptance;

import org.jspecify.annotations.NullMarked;
