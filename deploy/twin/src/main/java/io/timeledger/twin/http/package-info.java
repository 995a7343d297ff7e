/// Calls and answers: what the vendors' surfaces have in common.
@NullMarked
package io.timeledger.twin.http;

import org.jspecify.annotations.NullMarked;
