package io.timeledger.twin.state;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A calendar with every version of its meetings: a reader sees it as it stood at a revision.
/// Revisions begin with the time, so that tokens of a twin that is gone are below the floor.
/// Safe for use by many threads.
public final class TwinCalendar {
  /// What others may see of it, in Google's words.
  public enum AccessRole {
    OWNER,
    WRITER,
    READER,
    FREE_BUSY_READER
  }

  private final String id;
  private final String name;
  private final ZoneId zone;
  private final boolean primary;
  private final AccessRole role;
  private final Map<String, NavigableMap<Long, Optional<Meeting>>> meetings = new LinkedHashMap<>();
  private final NavigableMap<Long, String> changes = new TreeMap<>();
  private long revision;
  private long floor;

  public TwinCalendar(
      String id, String name, ZoneId zone, boolean primary, AccessRole role, Instant now) {
    this.id = id;
    this.name = name;
    this.zone = zone;
    this.primary = primary;
    this.role = role;
    this.revision = now.toEpochMilli();
    this.floor = revision;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public ZoneId zone() {
    return zone;
  }

  public boolean primary() {
    return primary;
  }

  public AccessRole role() {
    return role;
  }

  public synchronized long revision() {
    return revision;
  }

  public synchronized void put(Meeting meeting) {
    change(meeting.id(), Optional.of(meeting));
  }

  public synchronized void delete(String meeting) {
    change(meeting, Optional.empty());
  }

  public synchronized Optional<Meeting> find(String meeting) {
    return find(meeting, revision);
  }

  /// As it stood at a revision.
  public synchronized Optional<Meeting> find(String meeting, long at) {
    return Optional.ofNullable(meetings.get(meeting))
        .map(versions -> versions.floorEntry(at))
        .flatMap(Map.Entry::getValue);
  }

  /// The version before the meeting was deleted.
  public synchronized Optional<Meeting> findDeleted(String meeting, long at) {
    return Optional.ofNullable(meetings.get(meeting))
        .filter(versions -> find(meeting, at).isEmpty())
        .map(versions -> versions.floorEntry(at))
        .flatMap(gone -> find(meeting, gone.getKey() - 1));
  }

  public synchronized List<String> ids() {
    return List.copyOf(meetings.keySet());
  }

  public synchronized List<Meeting> meetings(long at) {
    List<Meeting> found = new ArrayList<>();
    meetings.keySet().forEach(meeting -> find(meeting, at).ifPresent(found::add));
    return found;
  }

  /// Meetings that changed after a revision, in the order of their creation: one that changes again
  /// keeps its place, so that pages of a list do not shift.
  public synchronized Set<String> changedSince(long since) {
    Set<String> changed = new LinkedHashSet<>(meetings.keySet());
    changed.retainAll(Set.copyOf(changes.tailMap(since, false).values()));
    return changed;
  }

  /// Whether changes since a revision can still be told.
  public synchronized boolean remembers(long since) {
    return since >= floor && since <= revision;
  }

  /// Every token given so far is dead.
  public synchronized void forget() {
    revision++;
    floor = revision;
  }

  private void change(String meeting, Optional<Meeting> version) {
    revision++;
    NavigableMap<Long, Optional<Meeting>> versions =
        meetings.computeIfAbsent(meeting, _ -> new TreeMap<>());
    if (!versions.isEmpty()) {
      changes.remove(versions.lastKey());
    }
    versions.put(revision, version);
    changes.put(revision, meeting);
  }
}
