package io.timeledger.acceptance;

import io.timeledger.embedded.Folders;
import io.timeledger.harness.AotCacheBuilder;
import io.timeledger.harness.Cluster;
import io.timeledger.harness.JavaCommands;
import io.timeledger.twin.ProviderTwin;
import io.timeledger.twin.TwinSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the one [Cluster] that they share, with an instance of each service, and the
/// [Collector] that its services report to, and the [ProviderTwin] whose calendars the connector
/// reads every second. It is started for the first test. Each test works in
/// workspaces of its own and repairs what it breaks. The data stay if a test failed.
final class SharedCluster implements ParameterResolver, AfterTestExecutionCallback {
  private static final int TWIN_PAGE = 3;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Cluster.class || type == Collector.class || type == ProviderTwin.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Shared shared = shared(context);
    Class<?> type = parameter.getParameter().getType();
    if (type == ProviderTwin.class) {
      return shared.twin;
    }
    return type == Cluster.class ? shared.cluster : shared.collector;
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      shared(context).failed = true;
    }
  }

  /// Closed after the last test.
  private static Shared shared(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedCluster.class))
        .computeIfAbsent(Shared.class);
  }

  private static final class Shared implements AutoCloseable {
    private final Path folder = folder();
    private final Collector collector = new Collector();
    private final ProviderTwin twin =
        ProviderTwin.start(TwinSetup.empty(InstantSource.system()).pages(TWIN_PAGE));
    private final Cluster cluster =
        Cluster.of(traced(AotCacheBuilder.of(JavaCommands.folder())))
            .streams(1)
            .apis(1)
            .dispatchers(1)
            .connectors(1)
            .provider(twin.url())
            .with(Map.of("TIMELEDGER_CALENDAR_POLL", "1s"))
            .proxied()
            .secured()
            .shortLived()
            .start(folder);
    private boolean failed;

    private static Path folder() {
      try {
        return Files.createTempDirectory("timeledger-acceptance");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private JavaCommands traced(JavaCommands programs) {
      return service -> {
        List<String> arguments = new ArrayList<>();
        arguments.add("-Dotel.exporter.otlp.endpoint=" + collector.url());
        arguments.add("-Dotel.bsp.schedule.delay=200");
        arguments.addAll(programs.of(service));
        return arguments;
      };
    }

    @Override
    public void close() {
      cluster.close();
      collector.close();
      twin.close();
      if (!failed) {
        Folders.delete(folder);
      }
    }
  }
}
