/// Whether the parts of the service work, for whoever runs it.
@NullMarked
package io.timeledger.streams.health;

import org.jspecify.annotations.NullMarked;
