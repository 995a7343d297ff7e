/// Health indicators of the service's parts.
@NullMarked
package io.timeledger.streams.health;

import org.jspecify.annotations.NullMarked;
