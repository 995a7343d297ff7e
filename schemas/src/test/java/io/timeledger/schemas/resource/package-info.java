@NullMarked
package io.timeledger.schemas.resource;

import org.jspecify.annotations.NullMarked;
