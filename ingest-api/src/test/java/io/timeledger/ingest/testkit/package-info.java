/// The whole platform in the test's JVM, and a client for it.
@NullMarked
package io.timeledger.ingest.testkit;

import org.jspecify.annotations.NullMarked;
