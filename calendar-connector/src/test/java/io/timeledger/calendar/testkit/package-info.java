/// A platform for tests: a broker, a database, connectors, and a server of ICS files.
@NullMarked
package io.timeledger.calendar.testkit;

import org.jspecify.annotations.NullMarked;
