@NullMarked
package io.timeledger.streams.projector.activity;

import org.jspecify.annotations.NullMarked;
