@NullMarked
package io.timeledger.runtime.kafka.request;

import org.jspecify.annotations.NullMarked;
