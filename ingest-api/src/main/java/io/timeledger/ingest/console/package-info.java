/// Serves the web console, which the build puts into the jar as `console/`.
@NullMarked
package io.timeledger.ingest.console;

import org.jspecify.annotations.NullMarked;
