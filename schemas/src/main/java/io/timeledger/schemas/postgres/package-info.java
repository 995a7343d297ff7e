/// Database roles of the services.
@NullMarked
package io.timeledger.schemas.postgres;

import org.jspecify.annotations.NullMarked;
