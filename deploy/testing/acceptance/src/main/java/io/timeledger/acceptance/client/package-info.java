/// Strangers who call the REST interface at random, from a seed, and remember what they were told.
@NullMarked
package io.timeledger.acceptance.client;

import org.jspecify.annotations.NullMarked;
