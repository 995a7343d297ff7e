package io.timeledger.acceptance.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A service by `java -jar`, configured by its environment alone.
public final class Service extends Member {
  private final int managementPort;

  Service(
      String name,
      Path jar,
      int heapMegabytes,
      Map<String, String> environment,
      int managementPort,
      Path log) {
    super(
        new Jvm(
            name,
            List.of("-Xmx" + heapMegabytes + "m", "-jar", jar.toAbsolutePath().toString()),
            environment,
            log));
    this.managementPort = managementPort;
  }

  public URI management(String path) {
    return URI.create("http://127.0.0.1:" + managementPort + path);
  }

  @Override
  public boolean isReady() {
    return isAlive() && answers(management("/health/ready"));
  }
}
