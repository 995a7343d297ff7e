/// An out-of-the-box integration framework as baseline: HTTP to Kafka, without decisions.
@NullMarked
package io.timeledger.bench.camel;

import org.jspecify.annotations.NullMarked;
