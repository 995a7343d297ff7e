/// The platform as operating system processes: broker, database and services, composed by
/// [io.timeledger.harness.ClusterBuilder], each to be stopped, killed, frozen and restarted
/// separately.
@NullMarked
package io.timeledger.harness;

import org.jspecify.annotations.NullMarked;
