/// HTTP calls to user-supplied addresses: dials public addresses only, bounds responses, and ends
/// each call at its deadline.
@NullMarked
package io.timeledger.egress;

import org.jspecify.annotations.NullMarked;
