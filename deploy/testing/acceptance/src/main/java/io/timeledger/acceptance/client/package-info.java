/// Randomized REST clients, reproducible by seed, that record all responses.
@NullMarked
package io.timeledger.acceptance.client;

import org.jspecify.annotations.NullMarked;
