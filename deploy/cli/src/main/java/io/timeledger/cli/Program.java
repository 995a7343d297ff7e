package io.timeledger.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// A command of the shell. Its options are an interface or class with the annotations of picocli,
/// from which the help is made, too; an `int` is at least 1, unless its converter says otherwise.
/// Exit status: 2 for a wrong command line, 1 for a failure.
///
/// @param <O> the options
public final class Program<O> {
  private static final int WIDTH = 100;
  private final Action<O> action;
  private final CommandLine line;

  /// What a program does.
  ///
  /// @param <O> the options
  @FunctionalInterface
  public interface Action<O> {
    /// @return the exit status
    /// @throws UsageException when the command line turns out to be wrong
    /// @throws Exception printed with its stack trace, as exit status 1
    int run(O options) throws Exception;
  }

  public Program(Class<O> options, Action<O> action) {
    this.action = action;
    this.line =
        new CommandLine(options)
            .setExpandAtFiles(false)
            .registerConverter(int.class, new WholeNumber(1, Integer.MAX_VALUE))
            .setUsageHelpWidth(WIDTH)
            .setExecutionStrategy(this::execute)
            .setParameterExceptionHandler((e, _) -> refuse(e))
            .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.getCommandSpec().usageMessage().showDefaultValues(true);
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("show this text")
                .build());
    line.getCommandSpec().args().stream()
        .flatMap(arg -> Stream.of(arg.auxiliaryTypes()))
        .filter(Class::isEnum)
        .forEach(this::readByWord);
    print(System.out, System.err);
  }

  public Program<O> print(PrintStream out, PrintStream err) {
    line.setOut(writer(out)).setErr(writer(err));
    return this;
  }

  /// The options, for who runs the action itself.
  ///
  /// @throws ParameterException for a wrong command line
  public O parse(String... args) {
    line.parseArgs(args);
    return line.getCommand();
  }

  /// @return the exit status
  public int run(String... args) {
    return line.execute(args);
  }

  /// The text of `--help`.
  public String usage() {
    return line.getUsageMessage();
  }

  /// A constant is written as its `toString`, as in `kill-kafka`.
  private <E> void readByWord(Class<E> constants) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E constant : constants.getEnumConstants()) {
      words.put(constant.toString(), constant);
    }
    line.registerConverter(
        constants,
        word -> {
          E constant = words.get(word);
          if (constant == null) {
            throw new TypeConversionException(
                "%s (expected: one of %s)".formatted(word, String.join(", ", words.keySet())));
          }
          return constant;
        });
  }

  private int execute(ParseResult parsed) {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    try {
      return action.run(line.getCommand());
    } catch (UsageException e) {
      throw new ParameterException(line, e.getMessage(), e);
    } catch (Exception e) {
      throw new ExecutionException(line, e.getMessage(), e);
    }
  }

  private int refuse(ParameterException e) {
    line.getErr().println(line.getCommandName() + ": " + e.getMessage() + System.lineSeparator());
    line.usage(line.getErr());
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
  }
}
