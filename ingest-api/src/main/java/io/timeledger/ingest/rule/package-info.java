/// Automation rules, and dry runs of them.
@NullMarked
package io.timeledger.ingest.rule;

import org.jspecify.annotations.NullMarked;
