/// What benchmarks have in common: a whole platform in this process, and how they speak.
@NullMarked
package io.timeledger.bench;

import org.jspecify.annotations.NullMarked;
