/// `deploy/local/import`: a CSV export of another tracker, sent to a platform.
@NullMarked
package io.timeledger.local.importing;

import org.jspecify.annotations.NullMarked;
