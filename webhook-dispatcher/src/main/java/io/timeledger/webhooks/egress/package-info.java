/// Where calls may go, and the calls themselves.
@NullMarked
package io.timeledger.webhooks.egress;

import org.jspecify.annotations.NullMarked;
