/// Contracts, held against their published form.
@NullMarked
package io.timeledger.schemas.json;

import org.jspecify.annotations.NullMarked;
