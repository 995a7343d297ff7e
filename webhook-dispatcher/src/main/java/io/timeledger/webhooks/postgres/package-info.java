/// Repositories of the use cases in PostgreSQL, and the transactions that these work in.
@NullMarked
package io.timeledger.webhooks.postgres;

import org.jspecify.annotations.NullMarked;
