package io.timeledger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What generators make of the document is accepted by the compilers of its languages. Java and
/// TypeScript are compiled by the build and by `ClientIT`.
class GeneratedClientIT {
  private static final Path CLIENTS = Path.of("target/clients");
  private static final Path WRITTEN =
      Path.of("target/generated-sources/openapi/.openapi-generator/FILES");
  private static final Pattern NAMELESS =
      Pattern.compile("(\\d{3}Response|InlineObject|Inner(\\d|Inner|$))");

  @Test
  void everyClassHasAName() throws IOException {
    List<String> names =
        Files.readAllLines(WRITTEN).stream()
            .filter(file -> file.contains("/model/"))
            .map(file -> file.replaceAll(".*/|[.]java$", ""))
            .toList();

    assertThat(names).contains("Timesheet", "TimesheetResponse", "AcceptedCommandResponse");
    assertThat(names).filteredOn(name -> NAMELESS.matcher(name).find()).isEmpty();
  }

  /// Its one foreign module checks variants of `anyOf`; an empty one takes its place, for nothing
  /// is to be fetched.
  @Test
  void goCompiles() throws IOException, InterruptedException {
    assumeTrue(Tool.isThere("go", "version"), "no Go on the path: its client is not compiled");
    Path folder = CLIENTS.resolve("go");
    Path validator = Files.createDirectories(folder.resolve("validator"));
    Files.writeString(validator.resolve("go.mod"), "module gopkg.in/validator.v2\n");
    Files.writeString(
        validator.resolve("validator.go"),
        "package validator\n\nfunc Validate(v interface{}) error { return nil }\n");
    Files.writeString(
        folder.resolve("go.mod"),
        """
        module timeledger

        go 1.18

        require gopkg.in/validator.v2 v2.0.1

        replace gopkg.in/validator.v2 => ./validator
        """);

    new Tool(
            folder,
            Map.of(
                "GOFLAGS", "-mod=mod",
                "GOPROXY", "off",
                "GOCACHE", CLIENTS.resolve("go-cache").toAbsolutePath().toString()))
        .run("go", "vet", ".")
        .requireSuccess();
  }

  @Test
  void pythonImports() throws IOException, InterruptedException {
    assumeTrue(
        Tool.isThere(
            "python3", "-c", "import urllib3, dateutil; from pydantic import field_validator"),
        "no Python with pydantic 2, urllib3 and dateutil: its client is not imported");

    new Tool(CLIENTS.resolve("python"), Map.of("PYTHONDONTWRITEBYTECODE", "1"))
        .run(
            "python3",
            "-c",
            """
            import importlib, pkgutil, timeledger
            for module in pkgutil.walk_packages(timeledger.__path__, "timeledger."):
                importlib.import_module(module.name)
            timeledger.WebhookPatch(description="Payroll")
            """)
        .requireSuccess();
  }
}
