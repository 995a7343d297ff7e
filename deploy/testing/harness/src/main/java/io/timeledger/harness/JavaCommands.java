package io.timeledger.harness;

import java.nio.file.Path;
import java.util.List;

/// The Java command of each service.
@FunctionalInterface
public interface JavaCommands {
  /// @return the arguments of `java`
  List<String> of(ServiceKind service);

  /// The services' jars in this folder, as `ingest-api.jar`.
  static JavaCommands jars(Path folder) {
    return service -> List.of("-jar", jar(folder, service).toString());
  }

  static Path jar(Path folder, ServiceKind service) {
    return folder.resolve(service + ".jar").toAbsolutePath();
  }

  /// The folder of the services' jars: the system property `timeledger.services`, or where the
  /// build of this module puts them, seen from a module beside it.
  static Path folder() {
    return Path.of(System.getProperty("timeledger.services", "../harness/target/services"));
  }
}
