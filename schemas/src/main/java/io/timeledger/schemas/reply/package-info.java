/// Replies of the ledger, and every error code that a caller can see.
@NullMarked
package io.timeledger.schemas.reply;

import org.jspecify.annotations.NullMarked;
