package io.timeledger.harness;

import io.timeledger.embedded.LoopbackPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Makes the processes of a cluster's services, none of them started.
///
/// @param folder for their output
record ServiceLauncher(Path folder, JavaCommands programs, JvmTuning tuning) {
  private static final int HEAP_MEGABYTES = 160;

  ServiceProcess service(ServiceKind kind, int number, Map<String, String> environment) {
    int managementPort = LoopbackPort.free();
    Map<String, String> all = new HashMap<>(environment);
    all.put("MANAGEMENT_SERVER_PORT", "" + managementPort);
    return process(
        kind + "-" + number,
        programs.of(kind),
        tuning.heapMegabytes(kind),
        all,
        managementPort,
        kind.probe());
  }

  /// Any other program; ready once `/health/ready` answers 200.
  ///
  /// @param arguments of `java`
  ServiceProcess program(
      String name, List<String> arguments, Map<String, String> environment, int port) {
    int heap = tuning.heapMegabytes().orElse(HEAP_MEGABYTES);
    return process(name, arguments, heap, environment, port, "/health/ready");
  }

  /// A command of the streams-processor.
  Jvm command(String command, Map<String, String> environment) {
    List<String> arguments = new ArrayList<>();
    OptionalInt heap = tuning.heapMegabytes();
    heap.ifPresent(megabytes -> arguments.add("-Xmx" + megabytes + "m"));
    arguments.addAll(programs.of(ServiceKind.STREAMS_PROCESSOR));
    arguments.add(command);
    return new Jvm(command, arguments, tuned(command, environment), log(command));
  }

  private ServiceProcess process(
      String name,
      List<String> arguments,
      int heap,
      Map<String, String> environment,
      int managementPort,
      String probe) {
    return new ServiceProcess(
        name, arguments, heap, tuned(name, environment), managementPort, probe, log(name));
  }

  private Map<String, String> tuned(String name, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(tuning.environment(name));
    return all;
  }

  private Path log(String name) {
    return folder.resolve(name + ".out");
  }
}
