package io.timeledger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tools of `src/node`, installed once from their lock file. Without Node.js their tests are
/// skipped, except where `CI` is set: there they fail.
record NodeTools(Path folder) {
  private static final List<String> NEEDED =
      List.of(
          "package.json",
          "package-lock.json",
          "spectral.yaml",
          "redocly.yaml",
          "portman.json",
          "postman.json",
          "filter.json",
          "collection.mjs",
          "tsconfig.json",
          "client.ts");
  private static final Path SOURCE = Path.of("src/node");
  private static final Path FOLDER = Path.of("target/node");

  /// Nothing is told to anybody about its use.
  private static final Map<String, String> QUIET =
      Map.of("REDOCLY_TELEMETRY", "off", "NO_UPDATE_NOTIFIER", "1");

  static synchronized NodeTools installed() throws IOException, InterruptedException {
    boolean isThere = Tool.isThere("node", "--version");
    if (!"true".equals(System.getenv("CI"))) {
      assumeTrue(isThere, "no Node.js on the path: the contract is not tried by its tools");
    }
    assertThat(isThere).as("Node.js on the path").isTrue();
    NodeTools tools = new NodeTools(FOLDER);
    Files.createDirectories(FOLDER);
    Path lock = FOLDER.resolve("package-lock.json");
    Path installed = FOLDER.resolve("node_modules/.package-lock.json");
    boolean upToDate =
        Files.exists(installed)
            && Files.exists(lock)
            && Files.mismatch(lock, SOURCE.resolve("package-lock.json")) == -1;
    for (String name : NEEDED) {
      Files.copy(SOURCE.resolve(name), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!upToDate) {
      tools
          .run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
          .requireSuccess();
    }
    return tools;
  }

  /// Runs a tool that was installed, by its name.
  Tool.Result tool(String name, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("node", "node_modules/.bin/" + name));
    command.addAll(Arrays.asList(arguments));
    return run(command.toArray(String[]::new));
  }

  Tool.Result run(String... command) throws IOException, InterruptedException {
    return run(Map.of(), command);
  }

  Tool.Result run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(QUIET);
    all.putAll(environment);
    return new Tool(folder, all).run(command);
  }
}
