/// Time tracked against one entity.
@NullMarked
package io.timeledger.ingest.report.entity;

import org.jspecify.annotations.NullMarked;
