/// Where calls may go.
@NullMarked
package io.timeledger.egress;

import org.jspecify.annotations.NullMarked;
