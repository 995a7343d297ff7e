/// Workspaces, created by the operator.
@NullMarked
package io.timeledger.ingest.workspace;

import org.jspecify.annotations.NullMarked;
