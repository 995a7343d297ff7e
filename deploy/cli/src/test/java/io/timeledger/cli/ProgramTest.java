package io.timeledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class ProgramTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private @Nullable Options given;

  enum Size {
    SMALL,
    VERY_LARGE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Command(name = "paint", description = "Paints.")
  interface Options {
    @Option(names = "--coats", defaultValue = "2")
    int coats();

    @Option(names = "--drops", defaultValue = "0", converter = Count.class)
    int drops();

    @Option(names = "--port", defaultValue = "8080", converter = PortNumber.class)
    int port();

    @Option(names = "--size")
    @Nullable Size size();

    @Option(names = "--dry")
    boolean dry();
  }

  @Test
  void takesWhatIsNotSaidFromTheDefaults() {
    assertThat(run()).isZero();

    assertThat(given().coats()).isEqualTo(2);
    assertThat(given().size()).isNull();
    assertThat(given().dry()).isFalse();
    assertThat(text(err)).isEmpty();
  }

  @Test
  void readsValuesBesideAndBehindTheName() {
    assertThat(run("--coats=3", "--port", "0", "--size", "very-large", "--dry")).isZero();

    assertThat(given().coats()).isEqualTo(3);
    assertThat(given().port()).isZero();
    assertThat(given().size()).isEqualTo(Size.VERY_LARGE);
    assertThat(given().dry()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "--coats=0, --coats, from 1 to",
    "--drops=-1, --drops, from 0 to",
    "--port=65536, --port, from 0 to 65535",
    "--port=http, --port, http",
    "--size=tiny, --size, 'expected: one of small, very-large'",
    "--coats, --coats, Missing required parameter",
    "--coat=1, --coat, Unknown option",
    "wall, wall, Unmatched argument"
  })
  void namesTheWrongPartAndTheRuleAndShowsTheUsage(String wrong, String part, String rule) {
    assertThat(run(wrong)).isEqualTo(2);

    assertThat(text(err)).startsWith("paint: ").contains(part, rule, "Usage: paint");
    assertThat(given).isNull();
    assertThat(text(out)).isEmpty();
  }

  @Test
  void showsTheHelpAndDoesNothing() {
    assertThat(run("--help")).isZero();

    assertThat(text(out)).startsWith("Usage: paint").contains("Paints.", "--coats", "Default: 2");
    assertThat(given).isNull();
  }

  @Test
  void refusesWhatOnlyTheProgramCanJudge() {
    int status =
        new Program<>(
                Options.class,
                _ -> {
                  throw new UsageException("no wall here");
                })
            .print(stream(out), stream(err))
            .run();

    assertThat(status).isEqualTo(2);
    assertThat(text(err)).startsWith("paint: no wall here").contains("Usage: paint");
  }

  @Test
  void endsWithOneWhenItFails() {
    int status =
        new Program<>(
                Options.class,
                _ -> {
                  throw new IllegalStateException("out of paint");
                })
            .print(stream(out), stream(err))
            .run();

    assertThat(status).isOne();
    assertThat(text(err)).contains("IllegalStateException: out of paint");
  }

  private int run(String... args) {
    return new Program<>(
            Options.class,
            options -> {
              given = options;
              return 0;
            })
        .print(stream(out), stream(err))
        .run(args);
  }

  private Options given() {
    return Objects.requireNonNull(given);
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, UTF_8);
  }

  private static String text(ByteArrayOutputStream from) {
    return from.toString(UTF_8);
  }
}
