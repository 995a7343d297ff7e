/// The things that Timeledger keeps, each as its full current state.
@NullMarked
package io.timeledger.schemas.resource;

import org.jspecify.annotations.NullMarked;
