/// All SQL: queries on the read models, through the views of schema `read`.
@NullMarked
package io.timeledger.ingest.postgres;

import org.jspecify.annotations.NullMarked;
