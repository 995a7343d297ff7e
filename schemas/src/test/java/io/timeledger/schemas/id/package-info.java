@NullMarked
package io.timeledger.schemas.id;

import org.jspecify.annotations.NullMarked;
