@NullMarked
package io.timeledger.schemas.text;

import org.jspecify.annotations.NullMarked;
