@NullMarked
package io.timeledger.ingest.activity;

import org.jspecify.annotations.NullMarked;
