/// What an integration framework does out of the box: HTTP to Kafka, and nothing decided.
@NullMarked
package io.timeledger.bench.camel;

import org.jspecify.annotations.NullMarked;
