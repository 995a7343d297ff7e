package io.timeledger.ingest.access;

import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.restricted.MemberProfile;
import io.timeledger.schemas.restricted.TokenRecord;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// In-memory cache of the tokens and members of all workspaces, fed by their private topics, so
/// that authentication depends on the log but not on the database. One thread writes, any thread
/// reads.
public final class Directory {
  private final Map<TokenId, TokenRecord> tokens = new ConcurrentHashMap<>();
  private final Map<WorkspaceId, Map<UserId, MemberProfile>> members = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile boolean caughtUp;

  /// Whether everything that was in the topics at startup is loaded. Before, an unknown token or
  /// member may merely not have been read yet.
  public boolean isCaughtUp() {
    return caughtUp;
  }

  public Optional<TokenRecord> token(TokenId id) {
    return Optional.ofNullable(tokens.get(id));
  }

  public Optional<MemberProfile> member(WorkspaceId workspace, UserId user) {
    return Optional.ofNullable(members.getOrDefault(workspace, Map.of()).get(user));
  }

  /// Whether the token would be accepted: both it and its owner are loaded. They arrive on separate
  /// topics, in any order.
  public boolean admits(TokenId id) {
    return token(id)
        .flatMap(token -> member(token.workspaceId(), token.userId()))
        .filter(MemberProfile::active)
        .isPresent();
  }

  /// Whether the workspace exists: each has a member from the start.
  public boolean knows(WorkspaceId workspace) {
    return !members.getOrDefault(workspace, Map.of()).isEmpty();
  }

  public Collection<MemberProfile> members(WorkspaceId workspace) {
    return List.copyOf(members.getOrDefault(workspace, Map.of()).values());
  }

  /// The members whose time the member can reach; null without a limit in the workspace.
  public @Nullable Set<UserId> reach(WorkspaceId workspace, UserId user) {
    List<String> teams = member(workspace, user).map(MemberProfile::onlyTeams).orElse(null);
    if (teams == null) {
      return null;
    }
    return Stream.concat(
            Stream.of(user),
            members(workspace).stream()
                .filter(other -> other.teams().stream().anyMatch(teams::contains))
                .map(MemberProfile::userId))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Waits until the effects of a decision are loaded, so that the next request sees them.
  ///
  /// @return false after a time-out
  public boolean await(Predicate<Directory> expected, Duration patience) {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (!expected.test(this)) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  public void put(TokenRecord token) {
    tokens.put(token.id(), token);
  }

  public void remove(TokenId token) {
    tokens.remove(token);
  }

  public void put(MemberProfile member) {
    members
        .computeIfAbsent(member.workspaceId(), workspace -> new ConcurrentHashMap<>())
        .put(member.userId(), member);
  }

  public void remove(WorkspaceId workspace, UserId user) {
    members.getOrDefault(workspace, new ConcurrentHashMap<>()).remove(user);
  }

  public void markCaughtUp() {
    caughtUp = true;
  }

  /// Wakes the waiting threads; called after each batch of changes.
  public void announce() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
