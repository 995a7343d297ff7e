/// Query and path parameters to checked values.
@NullMarked
package io.timeledger.ingest.web.query;

import org.jspecify.annotations.NullMarked;
