/// The OWASP API Security Top 10 of 2023, risk by risk.
@NullMarked
package io.timeledger.ingest.owasp;

import org.jspecify.annotations.NullMarked;
