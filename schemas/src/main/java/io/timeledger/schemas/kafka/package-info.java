/// Topics, headers, serdes and partitioning, declared once for all services.
@NullMarked
package io.timeledger.schemas.kafka;

import org.jspecify.annotations.NullMarked;
