package io.timeledger.acceptance.calendar;

import io.timeledger.harness.Cluster;
import io.timeledger.harness.Poll;
import io.timeledger.harness.rest.RestClient;
import io.timeledger.harness.rest.RestSession;
import io.timeledger.twin.script.ExpectedBlock;
import io.timeledger.twin.script.ExpectedBlocks;
import io.timeledger.twin.script.TwinAccount;
import io.timeledger.twin.script.TwinControl;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The environment of a trial: a platform whose members have accounts at the twin.
///
/// @param workspace of all members
/// @param progress receives progress messages
public record CalendarStage(
    Cluster cluster,
    TwinControl twin,
    RestSession owner,
    String workspace,
    Consumer<String> progress) {
  private static final Duration ROUNDS = Duration.ofMinutes(1);

  /// With a new workspace.
  public static CalendarStage of(
      Cluster cluster, TwinControl twin, String workspace, Consumer<String> progress) {
    RestSession owner =
        RestSession.ofNewWorkspace(cluster.urls().getFirst(), cluster.operatorToken(), workspace);
    return new CalendarStage(cluster, twin, owner, workspace, progress);
  }

  /// A new member, whose accounts are not connected yet.
  public TrialMember member(String id, String... providers) {
    RestClient.require(
        owner.api(),
        owner.token(),
        "PUT",
        "/api/v1/members/" + id,
        "{\"name\": \"M\", \"email\": \"%s@example.com\", \"role\": \"member\"}".formatted(id));
    String token =
        RestClient.require(
                owner.api(),
                owner.token(),
                "POST",
                "/api/v1/tokens",
                "{\"user_id\": \"%s\", \"name\": \"trial\"}".formatted(id))
            .path("secret")
            .asString();
    String address = "%s.%s@example.com".formatted(workspace.replace('_', '-'), id);
    return new TrialMember(
        new RestSession(owner.api(), token),
        id,
        Stream.of(providers).map(provider -> new TwinAccount(provider, address)).toList());
  }

  /// Returns once the blocks are what the twin says, stay so for two more rounds of each account,
  /// and nothing is left to be published.
  ///
  /// @return how long it took until they were
  /// @throws AssertionError if that takes longer than the limit
  public Duration awaitRest(List<TrialMember> members, Duration limit) {
    long start = System.nanoTime();
    members.forEach(member -> awaitBlocks(member, limit));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    long calls = twin.calls();
    for (TrialMember member : members) {
      for (TwinAccount account : member.accounts()) {
        await("rounds of " + account, ROUNDS, () -> twin.calls(account, calls).size() >= 2);
      }
    }
    members.forEach(member -> awaitBlocks(member, ROUNDS));
    await(
        "an empty outbox", ROUNDS, () -> rows().count("select count(*) from calendar.outbox") == 0);
    return took;
  }

  private void awaitBlocks(TrialMember member, Duration limit) {
    if (!Poll.until(limit, () -> blocks(member).equals(expected(member)))) {
      throw new AssertionError(
          "%s of %s after %s"
              .formatted(
                  ExpectedBlocks.difference(blocks(member), expected(member)), member.id(), limit));
    }
  }

  public List<ExpectedBlock> expected(TrialMember member) {
    return ExpectedBlocks.of(twin, member.accounts());
  }

  public List<ExpectedBlock> blocks(TrialMember member) {
    return rows().blocks(workspace, member.id());
  }

  /// How often the member's accounts were called since a number. Those of other members do not
  /// count.
  long calls(TrialMember member, long since) {
    return member.accounts().stream().mapToLong(account -> twin.calls(account, since).size()).sum();
  }

  /// What was told of the workspace's blocks.
  BlockMessages messages() {
    return BlockMessages.read(cluster, workspace);
  }

  CalendarRowsReader rows() {
    return new CalendarRowsReader(cluster);
  }

  /// Waits for a condition, up to a limit.
  ///
  /// @throws AssertionError if it stays false
  void await(String what, Duration limit, BooleanSupplier condition) {
    if (!Poll.until(limit, condition)) {
      throw new AssertionError(what + ": not within " + limit);
    }
  }
}
