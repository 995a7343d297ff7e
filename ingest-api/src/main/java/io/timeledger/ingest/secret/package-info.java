/// Encryption of secrets before they are published.
@NullMarked
package io.timeledger.ingest.secret;

import org.jspecify.annotations.NullMarked;
