/// Sealing, tried with wrong keys and in wrong places.
@NullMarked
package io.timeledger.schemas.secret;

import org.jspecify.annotations.NullMarked;
