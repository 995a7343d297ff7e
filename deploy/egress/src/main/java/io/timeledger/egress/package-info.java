/// Calls to addresses that users name: only public ones are dialled, answers are bounded, and each
/// call ends at its deadline.
@NullMarked
package io.timeledger.egress;

import org.jspecify.annotations.NullMarked;
