/// What an attempt came to and what follows from it: decided without clock, network or database.
@NullMarked
package io.timeledger.webhooks.attempt;

import org.jspecify.annotations.NullMarked;
