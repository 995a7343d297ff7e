/// The settings of a workspace.
@NullMarked
package io.timeledger.ingest.settings;

import org.jspecify.annotations.NullMarked;
