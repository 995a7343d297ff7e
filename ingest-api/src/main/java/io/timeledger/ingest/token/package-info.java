/// Personal access tokens.
@NullMarked
package io.timeledger.ingest.token;

import org.jspecify.annotations.NullMarked;
