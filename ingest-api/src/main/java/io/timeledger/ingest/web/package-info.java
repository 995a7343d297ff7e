/// HTTP mechanics of all operations: envelope, errors, strict parsing, paging.
@NullMarked
package io.timeledger.ingest.web;

import org.jspecify.annotations.NullMarked;
