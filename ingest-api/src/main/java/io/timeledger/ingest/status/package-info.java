/// How far everything is that follows the log of a workspace.
@NullMarked
package io.timeledger.ingest.status;

import org.jspecify.annotations.NullMarked;
