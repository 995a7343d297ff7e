/// Contacts of the customer's CRM, whose meetings propose their deals.
@NullMarked
package io.timeledger.ingest.contact;

import org.jspecify.annotations.NullMarked;
