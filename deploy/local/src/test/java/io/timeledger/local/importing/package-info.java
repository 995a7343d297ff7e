/// Tests of the import command.
@NullMarked
package io.timeledger.local.importing;

import org.jspecify.annotations.NullMarked;
