/// Whose time a member reaches, where the workspace limits its managers to their teams.
@NullMarked
package io.timeledger.streams.ledger.reach;

import org.jspecify.annotations.NullMarked;
