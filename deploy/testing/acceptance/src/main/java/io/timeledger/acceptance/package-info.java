/// Promises of the platform, tried from outside: processes, HTTP, SQL and Kafka, no class of ours.
@NullMarked
package io.timeledger.acceptance;

import org.jspecify.annotations.NullMarked;
