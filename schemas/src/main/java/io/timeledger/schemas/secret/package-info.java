/// Encryption of secrets, so that log, databases and backups never hold plain text.
@NullMarked
package io.timeledger.schemas.secret;

import org.jspecify.annotations.NullMarked;
