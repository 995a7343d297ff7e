/// Automation rules, and what they would do.
@NullMarked
package io.timeledger.ingest.rule;

import org.jspecify.annotations.NullMarked;
