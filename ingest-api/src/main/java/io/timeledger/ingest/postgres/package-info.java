/// The only package that sees SQL: the read models, through the views of the schema read.
@NullMarked
package io.timeledger.ingest.postgres;

import org.jspecify.annotations.NullMarked;
