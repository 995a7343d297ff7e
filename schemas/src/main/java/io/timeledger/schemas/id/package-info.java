/// Identifiers: a prefix and a ULID for our own, any valid string for the customer's.
@NullMarked
package io.timeledger.schemas.id;

import org.jspecify.annotations.NullMarked;
