/// The time that was tracked against one thing.
@NullMarked
package io.timeledger.ingest.report.entity;

import org.jspecify.annotations.NullMarked;
