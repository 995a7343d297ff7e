/// Topics and partitions, held against fixed values.
@NullMarked
package io.timeledger.schemas.kafka;

import org.jspecify.annotations.NullMarked;
