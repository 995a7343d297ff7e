package io.timeledger.acceptance.process;

import java.nio.file.Path;
import java.util.List;

/// The Java command of each service.
@FunctionalInterface
public interface JavaCommands {
  /// @param service its name, as `ingest-api`
  /// @return the arguments of `java`
  List<String> of(String service);

  /// The services' jars in this folder: `ingest-api.jar`, `streams-processor.jar` and
  /// `webhook-dispatcher.jar`.
  static JavaCommands jars(Path folder) {
    return service -> List.of("-jar", jar(folder, service).toString());
  }

  static Path jar(Path folder, String service) {
    return folder.resolve(service + ".jar").toAbsolutePath();
  }
}
