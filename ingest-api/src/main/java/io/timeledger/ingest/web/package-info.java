/// HTTP mechanics that all operations share: envelope, errors, strict parsing, paging.
@NullMarked
package io.timeledger.ingest.web;

import org.jspecify.annotations.NullMarked;
