/// Identifiers: ours are a prefix and a ULID, outside ones are the customer's own strings.
@NullMarked
package io.timeledger.schemas.id;

import org.jspecify.annotations.NullMarked;
