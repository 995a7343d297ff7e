@NullMarked
package io.timeledger.streams.views.kafka;

import org.jspecify.annotations.NullMarked;
