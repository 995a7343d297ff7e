/// Where calls may go.
@NullMarked
package io.timeledger.webhooks.egress;

import org.jspecify.annotations.NullMarked;
