/// Contracts, held against their published form.
@NullMarked
package io.timeledger.schemas;

import org.jspecify.annotations.NullMarked;
