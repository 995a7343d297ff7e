/// Members, projects, tasks and clients.
@NullMarked
package io.timeledger.ingest.directory;

import org.jspecify.annotations.NullMarked;
