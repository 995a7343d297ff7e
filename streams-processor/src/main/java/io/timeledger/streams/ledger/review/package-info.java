/// Why an entry needs a review.
@NullMarked
package io.timeledger.streams.ledger.review;

import org.jspecify.annotations.NullMarked;
