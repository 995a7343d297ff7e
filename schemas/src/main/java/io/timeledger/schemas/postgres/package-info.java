/// Who signs in at PostgreSQL.
@NullMarked
package io.timeledger.schemas.postgres;

import org.jspecify.annotations.NullMarked;
