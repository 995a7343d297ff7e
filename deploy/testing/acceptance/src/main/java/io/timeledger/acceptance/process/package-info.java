/// The platform as operating system processes: broker, database and services, each to be stopped,
/// killed, frozen and restarted separately.
@NullMarked
package io.timeledger.acceptance.process;

import org.jspecify.annotations.NullMarked;
