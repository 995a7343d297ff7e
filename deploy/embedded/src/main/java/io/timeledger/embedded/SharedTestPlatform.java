package io.timeledger.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/// Holds the platform of this JVM; loading the class starts it, once.
final class SharedTestPlatform {
  private static final Logger log = LoggerFactory.getLogger(SharedTestPlatform.class);
  static final String SWITCH = "TIMELEDGER_TEST_PLATFORM";
  static final TestPlatform INSTANCE = start();

  private SharedTestPlatform() {}

  private static TestPlatform start() {
    return switch (String.valueOf(System.getenv(SWITCH)).toLowerCase(Locale.ROOT)) {
      case "docker" -> DockerTestPlatform.start();
      case "embedded" -> EmbeddedTestPlatform.start();
      default -> dockerAnswers() ? inDockerIfImagesAreToBeHad() : EmbeddedTestPlatform.start();
    };
  }

  private static TestPlatform inDockerIfImagesAreToBeHad() {
    try {
      return DockerTestPlatform.start();
    } catch (RuntimeException e) {
      log.warn("containers do not start, using embedded servers cause={}", e.toString());
      return EmbeddedTestPlatform.start();
    }
  }

  // Without an engine, Testcontainers takes a second and a page of log lines to notice
  private static boolean dockerAnswers() {
    Path home = Path.of(System.getProperty("user.home"));
    boolean likely =
        System.getenv("DOCKER_HOST") != null
            || Files.exists(Path.of("/var/run/docker.sock"))
            || Files.exists(home.resolve(".docker/run/docker.sock"));
    return likely && DockerClientFactory.instance().isDockerAvailable();
  }
}
