@NullMarked
package io.timeledger.bench.report;

import org.jspecify.annotations.NullMarked;
