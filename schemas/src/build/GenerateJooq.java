import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.Constants;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/// Generates the jOOQ classes from the migrations: starts PostgreSQL, migrates, reads the catalog,
/// stops PostgreSQL. Does nothing while neither the SQL nor this file changed.
///
/// Arguments: the folder of the SQL, the folder for the sources, this file.
void main(String[] args) throws Exception {
  Path sql = Path.of(args[0]);
  Path sources = Path.of(args[1]);
  Path recorded = sources.resolveSibling(sources.getFileName() + ".sha256");
  String checksum = checksum(sql, Path.of(args[2]));
  if (Files.isDirectory(sources)
      && Files.exists(recorded)
      && Files.readString(recorded).equals(checksum)) {
    return;
  }
  if (System.getProperty("user.name").equals("root") && !runs(List.of("unshare", "-U", "true"))) {
    System.exit(asNobody(args));
  }
  try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start()) {
    migrate(postgres.getPostgresDatabase(), sql);
    generate(postgres.getPostgresDatabase(), sources);
  }
  Files.writeString(recorded, checksum);
}

/// PostgreSQL refuses to run as root. Where the kernel allows no user namespace, the whole launcher
/// runs again as `nobody` that keeps root's access to files.
int asNobody(String[] args) throws Exception {
  List<String> command =
      new ArrayList<>(
          List.of(
              "setpriv",
              "--reuid=65534",
              "--regid=65534",
              "--clear-groups",
              "--inh-caps=+dac_override",
              "--ambient-caps=+dac_override",
              // else access(2), which javac asks, knows nothing of the kept right
              "--securebits=+no_setuid_fixup",
              "--",
              ProcessHandle.current().info().command().orElseThrow(),
              "-classpath",
              System.getProperty("java.class.path"),
              args[2]));
  command.addAll(List.of(args));
  return new ProcessBuilder(command).inheritIO().start().waitFor();
}

boolean runs(List<String> command) throws InterruptedException {
  try {
    return new ProcessBuilder(command).start().waitFor() == 0;
  } catch (IOException e) {
    return false;
  }
}

void migrate(DataSource database, Path sql) throws Exception {
  flyway(database, "projector", sql.resolve("projector"));
  flyway(database, "projection_1", sql.resolve("projection"));
  flyway(database, "webhooks", sql.resolve("webhooks"));
  flyway(database, "calendar", sql.resolve("calendar"));
  String views = Files.readString(sql.resolve("views/read_and_reporting.sql"));
  try (Connection connection = database.getConnection();
      Statement statement = connection.createStatement()) {
    statement.execute(views.replace("${projection}", "projection_1"));
  }
}

void flyway(DataSource database, String schema, Path location) {
  Flyway.configure()
      .dataSource(database)
      .defaultSchema(schema)
      .locations("filesystem:" + location)
      .load()
      .migrate();
}

void generate(DataSource database, Path sources) throws Exception {
  GenerationTool tool = new GenerationTool();
  tool.setDataSource(database);
  tool.run(
      new Configuration()
          .withLogging(Logging.WARN)
          .withGenerator(
              new Generator()
                  .withDatabase(
                      new Database()
                          .withName("org.jooq.meta.postgres.PostgresDatabase")
                          .withExcludes("flyway_schema_history|.*_default")
                          .withSchemata(
                              schema("projector"),
                              schema("projection_1").withOutputSchema("projection"),
                              schema("read"),
                              schema("webhooks"),
                              schema("webhooks_read"),
                              schema("calendar"),
                              schema("calendar_read"))
                          .withForcedTypes(
                              new ForcedType()
                                  .withName("INSTANT")
                                  .withIncludeTypes("timestamp\\ with\\ time\\ zone|timestamptz")))
                  .withGenerate(
                      new Generate()
                          .withGeneratedAnnotation(false)
                          .withRoutines(false)
                          .withEmptySchemas(false))
                  .withTarget(
                      new Target()
                          .withPackageName("io.timeledger.schemas.jooq")
                          .withDirectory(sources.toString()))));
}

SchemaMappingType schema(String name) {
  return new SchemaMappingType().withInputSchema(name);
}

String checksum(Path sql, Path launcher) throws Exception {
  MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
  sha256.update(Constants.FULL_VERSION.getBytes(UTF_8));
  for (Path file : files(sql)) {
    sha256.update(sql.relativize(file).toString().getBytes(UTF_8));
    sha256.update(Files.readAllBytes(file));
  }
  sha256.update(Files.readAllBytes(launcher));
  return HexFormat.of().formatHex(sha256.digest());
}

List<Path> files(Path folder) throws IOException {
  try (Stream<Path> files = Files.walk(folder)) {
    return files.filter(Files::isRegularFile).sorted().toList();
  }
}
