/// The platform as processes of the operating system: broker, database and services, each to be
/// stopped, killed, frozen and started again by itself.
@NullMarked
package io.timeledger.acceptance.process;

import org.jspecify.annotations.NullMarked;
