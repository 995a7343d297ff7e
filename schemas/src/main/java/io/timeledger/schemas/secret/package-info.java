/// Seals what must be read back, so that neither the log nor a database nor a backup holds it in
/// clear.
@NullMarked
package io.timeledger.schemas.secret;

import org.jspecify.annotations.NullMarked;
