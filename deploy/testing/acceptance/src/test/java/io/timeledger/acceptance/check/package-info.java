/// Rules that cannot fail prove nothing: each is fed with records that break it.
@NullMarked
package io.timeledger.acceptance.check;

import org.jspecify.annotations.NullMarked;
