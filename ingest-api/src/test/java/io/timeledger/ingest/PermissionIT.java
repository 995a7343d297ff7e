package io.timeledger.ingest;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.Operation;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import io.timeledger.ingest.testkit.Things;
import io.timeledger.schemas.resource.Permission;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every operation of the document, with and without what it says that it needs, and with the ids
/// of another workspace.
class PermissionIT {
  private static final RunningPlatform PLATFORM = RunningPlatform.shared();
  private static final List<Operation> OPERATIONS =
      Operation.all(PLATFORM.client().get("/openapi.json").json()).stream()
          .filter(Operation::isForMembers)
          .toList();

  @TestFactory
  Stream<DynamicTest> withoutItsPermissionNothingHappens() {
    TestWorkspace workspace = PLATFORM.newWorkspace();
    Things things = Things.in(workspace);
    return OPERATIONS.stream()
        .flatMap(
            operation ->
                operation.permissions().stream()
                    .map(
                        needed ->
                            DynamicTest.dynamicTest(
                                operation + " without " + needed.scope(),
                                () -> refusesWithout(needed, operation, workspace, things))));
  }

  private static void refusesWithout(
      Permission needed, Operation operation, TestWorkspace workspace, Things things) {
    Answer refused = send(operation, token(workspace, allBut(needed)), things);

    assertThat(refused.errorCode()).as(refused.body()).isIn("forbidden", "not_found");
    if (refused.status() == 403) {
      assertThat(refused.json().at("/error/message").asString()).contains(needed.scope());
    }
  }

  @TestFactory
  Stream<DynamicTest> withItsPermissionAloneItIsNotForbidden() {
    TestWorkspace workspace = PLATFORM.newWorkspace();
    Things things = Things.in(workspace);
    return OPERATIONS.stream()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.toString(),
                    () -> {
                      List<Permission> needed = operation.permissions();
                      Answer answer =
                          send(
                              operation,
                              token(
                                  workspace,
                                  needed.isEmpty()
                                      ? Stream.of(Permission.READ_ALL)
                                      : needed.stream()),
                              things);

                      assertThat(answer.status()).as(answer.body()).isNotEqualTo(401);
                      if (answer.status() >= 400) {
                        assertThat(answer.errorCode()).as(answer.body()).isNotEqualTo("forbidden");
                      }
                    }));
  }

  /// What puts comes last: from then on the stranger has things of these ids too.
  @TestFactory
  Stream<DynamicTest> anotherWorkspaceDoesNotShow() {
    TestWorkspace workspace = PLATFORM.newWorkspace();
    Things things = Things.in(workspace);
    ApiClient stranger = PLATFORM.newWorkspace().owner();
    return OPERATIONS.stream()
        .sorted(Comparator.comparing(operation -> operation.method().equals("PUT")))
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.toString(),
                    () -> {
                      Answer answer = send(operation, stranger, things);
                      String own = things.idFor(operation);

                      if (operation.namesOne() && !operation.takesIdsOfTheCaller()) {
                        assertThat(answer.errorCode()).as(answer.body()).isEqualTo("not_found");
                      }
                      assertThat(answer.body()).doesNotContain(workspace.id());
                      for (String id : things.ids().values()) {
                        if (!id.equals(own)) {
                          assertThat(answer.body()).doesNotContain(id);
                        }
                      }
                    }));
  }

  private static Answer send(Operation operation, ApiClient client, Things things) {
    return client.send(
        operation.method(),
        operation.at(things.idFor(operation)),
        operation.example().orElse(null),
        "Content-Type",
        operation.body().map(body -> body.getKey()).orElse("application/json"));
  }

  private static Stream<Permission> allBut(Permission missing) {
    return Arrays.stream(Permission.values())
        .filter(permission -> permission != Permission.ADMIN)
        .filter(permission -> permission != Permission.FEED) // stands alone
        .filter(permission -> !permission.scope().startsWith(missing.scope()));
  }

  private static ApiClient token(TestWorkspace workspace, Stream<Permission> scopes) {
    return workspace.token(
        "{\"name\": \"test\", \"scopes\": [%s]}"
            .formatted(scopes.map(scope -> "\"" + scope.scope() + "\"").collect(joining(", "))));
  }
}
