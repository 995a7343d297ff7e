/// The resources of Timeledger, each as its full current state.
@NullMarked
package io.timeledger.schemas.resource;

import org.jspecify.annotations.NullMarked;
