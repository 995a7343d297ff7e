package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.DirectoryCommand.DeleteProject;
import io.timeledger.schemas.command.DirectoryCommand.PutClient;
import io.timeledger.schemas.command.DirectoryCommand.PutProject;
import io.timeledger.schemas.command.DirectoryCommand.PutTask;
import io.timeledger.schemas.command.EntryCommand.ImportEntries;
import io.timeledger.schemas.command.EntryDraftBuilder;
import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.id.ClientId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.reply.ImportedRow;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.EntityType;
import io.timeledger.schemas.resource.TimeEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportNamesTest {
  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-10T12:00:00Z").as(OWNER);
  private int rows;

  @ParameterizedTest
  @CsvSource({
    "Acme, Site, Build",
    "ACME, site, bUILD",
    "' Acme', 'Site ', Build",
  })
  void findsWhatTheDirectoryHas(String client, String site, String build) {
    client("acme", "Acme");
    project("site", "Site", "acme", false);
    task("build", "Build", "site");
    assertThat(code("Other", "Thing", null)).isNull();

    TimeEntry entry = imported(client, site, build);

    assertThat(entry.projectId()).isEqualTo(new ProjectId("site"));
    assertThat(entry.taskId()).isEqualTo(new TaskId("build"));
    assertThat(entry.entityId()).isEqualTo("build");
    ledger.verifyReplay();
  }

  @Test
  void findsComposedNamesByDecomposedOnes() {
    project("cafe", "Caf\u00e9", null, false);

    assertThat(imported(null, "Cafe\u0301", null).projectId()).isEqualTo(new ProjectId("cafe"));
  }

  @Test
  void findsAProjectWithinItsClientOnly() {
    client("acme", "Acme");
    client("best", "Best");
    project("one", "Site", "acme", false);
    project("two", "Site", "best", false);
    task("b1", "Build", "one");
    task("b2", "Build", "two");

    assertThat(imported("Best", "Site", "Build").taskId()).isEqualTo(new TaskId("b2"));
    assertThat(imported(null, "Site", null).projectId()).isEqualTo(new ProjectId("p_.Site"));
  }

  @Test
  void makesOnlyWhatIsMissing() {
    client("acme", "Acme");
    project("site", "Site", "acme", false);

    LedgerFixture.When when = ledger.when(rowsOf("acme", "Site", "Build"));

    assertThat(when.names())
        .containsExactly("task.created", "timesheet.created", "time_entry.created");
    assertThat(ledger.state().tasksNamed(new ProjectId("site"), "build")).hasSize(1);
  }

  @Test
  void saysWhatItFoundAndWhatItMade() {
    client("acme", "Acme");
    project("site", "Site", "acme", false);

    assertThat(records("acme", "Site", "Build"))
        .containsExactly(
            "MEMBER u_ann found",
            "CLIENT acme found",
            "PROJECT site found",
            "TASK t_acme.Site.Build made");
    assertThat(records("acme", "Site", "Build")).endsWith("TASK t_acme.Site.Build found");
  }

  @Test
  void warnsOfTheSameTimes() {
    TimeEntry first = imported(null, "Site", null);

    assertThat(row(null, "Other", null).sameTimes()).isEmpty();
    assertThat(row(null, "Site", null).sameTimes()).containsExactly(first.id());
  }

  @Test
  void prefersExactlyThisNameAndWhatIsOpen() {
    project("lower", "site", null, false);
    project("exact", "Site", null, false);
    assertThat(imported(null, "Site", null).projectId()).isEqualTo(new ProjectId("exact"));

    project("exact", "Site", null, true);
    assertThat(imported(null, "Site", null).projectId()).isEqualTo(new ProjectId("lower"));

    project("lower", "site", null, true);
    assertThat(code(null, "Site", null)).isEqualTo("project_archived");
  }

  @Test
  void refusesANameOfSeveral() {
    project("one", "Site", null, false);
    project("two", "Site", null, false);

    assertThat(code(null, "Site", null)).isEqualTo("ambiguous_project");
  }

  @Test
  void prefersTheRecordOfOthersToTheOneThatAnImportMade() {
    assertThat(imported("Acme", "Site", "Build").projectId())
        .isEqualTo(new ProjectId("p_Acme.Site"));
    client("acme", "Acme");
    project("site", "Site", "acme", false);

    assertThat(imported("Acme", "Site", "Build").projectId()).isEqualTo(new ProjectId("site"));
  }

  @Test
  void prefersTheRecordOfOthersToOneThatAnImportMadeOfAnotherSpelling() {
    client("c_9d1de927dafd32480713", "Acme");
    project("p_4672b85b48c24aa4ba17", "Site", "c_9d1de927dafd32480713", false);
    client("acme", "Acme");
    project("site", "Site", "acme", false);

    assertThat(imported("ACME", "SITE", null).projectId()).isEqualTo(new ProjectId("site"));
  }

  @Test
  void staysWithARecordThatWasRenamed() {
    imported("Acme", "Site", null);
    project("p_Acme/Site", "Website", "c_Acme", false);

    assertThat(imported("Acme", "Site", null).projectId()).isEqualTo(new ProjectId("p_Acme.Site"));
  }

  @Test
  void refusesADeletedProjectUnlessAnotherHasTheName() {
    ProjectId id = Objects.requireNonNull(imported(null, "Site", null).projectId());
    ledger.when(new DeleteProject(id, null)).accepted();
    assertThat(code(null, "Site", null)).isEqualTo("project_archived");

    project("site", "site", null, false);

    assertThat(imported(null, "Site", null).projectId()).isEqualTo(new ProjectId("site"));
  }

  private void client(String id, String name) {
    ledger.when(new PutClient(new ClientId(id), name, null)).accepted();
  }

  private void project(String id, String name, @Nullable String client, boolean archived) {
    ledger
        .when(
            new PutProject(
                new ProjectId(id(id)),
                name,
                client == null ? null : new ClientId(client),
                null,
                null,
                archived,
                null))
        .accepted();
  }

  private void task(String id, String name, String project) {
    ledger
        .when(new PutTask(new TaskId(id), name, new ProjectId(project), null, null, null))
        .accepted();
  }

  private TimeEntry imported(@Nullable String client, String project, @Nullable String task) {
    return ledger.when(rowsOf(client, project, task)).first(TimeEntry.class);
  }

  private List<String> records(@Nullable String client, String project, @Nullable String task) {
    return row(client, project, task).records().stream()
        .map(
            made -> "%s %s %s".formatted(made.type(), made.id(), made.created() ? "made" : "found"))
        .toList();
  }

  private ImportedRow row(@Nullable String client, String project, @Nullable String task) {
    return Objects.requireNonNull(
        ledger.when(rowsOf(client, project, task)).accepted().items().getFirst().imported());
  }

  private @Nullable String code(@Nullable String client, String project, @Nullable String task) {
    ReplyItem item = ledger.when(rowsOf(client, project, task)).accepted().items().getFirst();
    return item.problem() == null ? null : item.problem().code().wireName();
  }

  private ImportEntries rowsOf(@Nullable String client, String project, @Nullable String task) {
    String of = Objects.toString(client, "");
    return new ImportEntries(
        List.of(
            new ImportRow(
                EntryDraftBuilder.builder()
                    .userId(ANN)
                    .entityType(task == null ? EntityType.INTERNAL : EntityType.TASK)
                    .entityId(task == null ? null : id("t_" + of + "/" + project + "/" + task))
                    .taskId(
                        task == null
                            ? null
                            : new TaskId(id("t_" + of + "/" + project + "/" + task)))
                    .projectId(new ProjectId(id("p_" + of + "/" + project)))
                    .logDate(LocalDate.parse("2026-06-08"))
                    .durationSeconds(60L)
                    .externalSource("toggl")
                    .externalId("row" + rows++)
                    .build(),
                null,
                null,
                client == null ? null : new ClientId(id("c_" + client)),
                client,
                project,
                task,
                null)));
  }

  private static String id(String text) {
    return text.replaceAll("[^A-Za-z0-9_]", ".");
  }
}
