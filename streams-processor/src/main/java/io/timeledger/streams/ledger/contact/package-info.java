/// Contacts of the customer's CRM.
@NullMarked
package io.timeledger.streams.ledger.contact;

import org.jspecify.annotations.NullMarked;
