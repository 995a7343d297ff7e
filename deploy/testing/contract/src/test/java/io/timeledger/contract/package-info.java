/// The REST contract, held from outside by tools of other hands.
@NullMarked
package io.timeledger.contract;

import org.jspecify.annotations.NullMarked;
