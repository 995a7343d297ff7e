package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.CalendarProvider;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.round.DueWork.DueChannels;
import io.timeledger.calendar.round.DueWork.DueListing;
import io.timeledger.calendar.round.DueWork.DueRound;
import io.timeledger.calendar.round.RoundWatch.WorkOutcome;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does the due work of a leased lane, one item after the other, and releases the lane.
/// Thread-safe.
public final class RoundLoop {
  private static final Logger log = LoggerFactory.getLogger(RoundLoop.class);

  private final Rounds rounds;
  private final Sources sources;
  private final Accesses accesses;
  private final Map<Provider, CalendarProvider> providers;
  private final ContactHashes contacts;
  private final PollIntervals poll;
  private final ChannelWork channels;
  private final RoundWatch watch;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final BooleanSupplier stopping;

  /// @param stopping whether the service is stopping; work aborted then does not count as failed
  public RoundLoop(
      Rounds rounds,
      Sources sources,
      Accesses accesses,
      Map<Provider, CalendarProvider> providers,
      ContactHashes contacts,
      PollIntervals poll,
      ChannelWork channels,
      RoundWatch watch,
      InstantSource clock,
      RandomGenerator random,
      BooleanSupplier stopping) {
    this.rounds = rounds;
    this.sources = sources;
    this.accesses = accesses;
    this.providers = Map.copyOf(providers);
    this.contacts = contacts;
    this.poll = poll;
    this.channels = channels;
    this.watch = watch;
    this.clock = clock;
    this.random = random;
    this.stopping = stopping;
  }

  /// @throws RuntimeException if the result could not be written; the lease then expires
  public void run(LaneLease lease) {
    try {
      Optional<DueWork> due = rounds.next(lease);
      while (due.isPresent() && !stopping.getAsBoolean() && isDone(lease, due.get())) {
        due = rounds.next(lease);
      }
      rounds.release(lease);
    } catch (LaneMovedException e) {
      log.info("event=lane_moved reason=\"{}\"", e.getMessage());
    } catch (LostLeaseException e) {
      log.warn("event=lease_lost lane={} reason=\"{}\"", lease.laneId(), e.getMessage());
    }
  }

  /// @return false if work on the lane must pause
  private boolean isDone(LaneLease lease, DueWork due) {
    Instant begun = clock.instant();
    Progress progress = new Progress(due, begun);
    WorkOutcome outcome = tryWork(lease, due, progress);
    watch.ended(due, outcome, progress.figures, Duration.between(begun, clock.instant()));
    return switch (outcome) {
      case SUCCEEDED, PARTIAL, RESET, SKIPPED, SUPERSEDED -> true;
      case FAILED, CUT -> false;
    };
  }

  private WorkOutcome tryWork(LaneLease lease, DueWork due, Progress progress) {
    try {
      return workOrFail(lease, due, progress);
    } catch (RoundSupersededException e) {
      log.info("event=round_superseded reason=\"{}\"", e.getMessage());
      return WorkOutcome.SUPERSEDED;
    }
  }

  private WorkOutcome workOrFail(LaneLease lease, DueWork due, Progress progress) {
    try {
      return work(lease, due, progress);
    } catch (LostLeaseException | LaneMovedException | RoundSupersededException e) {
      throw e;
    } catch (ProviderException e) {
      return stopping.getAsBoolean() ? WorkOutcome.CUT : fail(lease, progress, e.fault());
    } catch (RuntimeException e) {
      if (stopping.getAsBoolean()) {
        return WorkOutcome.CUT;
      }
      log.error("event=round_failed connection={}", due.connection().id(), e);
      return hold(lease, progress, "the calendar could not be stored");
    }
  }

  private WorkOutcome work(LaneLease lease, DueWork due, Progress progress)
      throws ProviderException {
    CalendarProvider provider = providers.get(due.connection().provider());
    if (provider == null) {
      return hold(lease, progress, "the provider is not configured");
    }
    Access access = accesses.open(lease, due);
    try {
      return work(lease, due, provider, access, progress);
    } catch (ProviderException e) {
      // An access token can end before its time.
      Optional<Access> renewed =
          e.fault() instanceof ProviderFault.AuthLost
              ? accesses.renewed(lease, due)
              : Optional.empty();
      if (renewed.isEmpty()) {
        throw e;
      }
      return work(lease, due, provider, renewed.get(), progress);
    }
  }

  private WorkOutcome work(
      LaneLease lease, DueWork due, CalendarProvider provider, Access access, Progress progress)
      throws ProviderException {
    return switch (due) {
      case DueListing listing -> list(lease, listing, provider, access, progress);
      case DueRound round -> read(lease, round, provider, access, progress);
      case DueChannels keeping ->
          channels.isDone(lease, keeping, access) ? WorkOutcome.SUCCEEDED : WorkOutcome.SKIPPED;
    };
  }

  private WorkOutcome list(
      LaneLease lease, DueListing due, CalendarProvider provider, Access access, Progress progress)
      throws ProviderException {
    List<CalendarListing> listings = provider.calendars(access);
    List<ListedCalendar> calendars =
        listings.stream()
            .map(
                listing ->
                    new ListedCalendar(
                        CalendarIds.of(due.connection(), access, listing.ref()), listing))
            .toList();
    if (rounds.listed(lease, due, calendars)) {
      return WorkOutcome.SUCCEEDED;
    }
    return stop(lease, progress, ConnectionStatus.FAILED, "the calendar is already connected");
  }

  private WorkOutcome read(
      LaneLease lease, DueRound due, CalendarProvider provider, Access access, Progress progress)
      throws ProviderException {
    RoundReader reader =
        new RoundReader(
            due, provider, access, contacts, nextDue(due), random, clock, progress.begun);
    progress.atCursor = !reader.figures().full();
    while (!reader.isOver()) {
      List<SourceSlice> slices = reader.nextPage();
      progress.figures = reader.figures();
      for (SourceSlice slice : slices) {
        if (stopping.getAsBoolean()) {
          return WorkOutcome.CUT;
        }
        reader.applied(sources.apply(lease, due, reader.withFigures(slice)));
        progress.figures = reader.figures();
      }
    }
    return progress.figures.unreadable() > 0 ? WorkOutcome.PARTIAL : WorkOutcome.SUCCEEDED;
  }

  private NextDue nextDue(DueRound due) {
    return new NextDue(poll.of(due.connection().provider(), due.watched()));
  }

  private WorkOutcome fail(LaneLease lease, Progress progress, ProviderFault fault) {
    log.info(
        "event=round_failed connection={} reason={}",
        progress.due.connection().id(),
        fault.reason().code());
    String words = fault.reason().words();
    return switch (backOff(progress, fault)) {
      case BackOff.StartOver _ -> startOver(lease, progress, words);
      case BackOff.Skip skip -> skip(lease, progress, fault.reason(), skip.until());
      case BackOff.Stop stop -> stop(lease, progress, stop.status(), stop.reason().words());
      case BackOff.Hold hold ->
          failed(
              lease,
              progress,
              words,
              Optional.empty(),
              hold.until(),
              fault instanceof ProviderFault.Throttled);
    };
  }

  private WorkOutcome startOver(LaneLease lease, Progress progress, String words) {
    if (progress.due instanceof DueRound round) {
      rounds.forgetCursor(lease, round);
      return WorkOutcome.RESET;
    }
    return hold(lease, progress, words);
  }

  private WorkOutcome skip(LaneLease lease, Progress progress, FaultReason reason, Instant until) {
    if (!(progress.due instanceof DueRound round)) {
      return failed(lease, progress, reason.words(), Optional.empty(), until, false);
    }
    FailedWork failure =
        new FailedWork(reason.words(), Optional.empty(), until, false, progress.figures);
    // The list tells whether the calendar or the access to all of them is lost.
    boolean listAgain =
        reason == FaultReason.CALENDAR_GONE || reason == FaultReason.CALENDAR_DENIED;
    rounds.skipped(lease, round, failure, listAgain);
    return WorkOutcome.SKIPPED;
  }

  /// Backs off after a failure on the connector's side, which may be transient.
  private WorkOutcome hold(LaneLease lease, Progress progress, String words) {
    BackOff after = backOff(progress, new ProviderFault.Transient(FaultReason.ANSWER_UNEXPECTED));
    Instant until =
        after instanceof BackOff.Hold hold
            ? hold.until()
            : progress.now().plus(pollOf(progress.due));
    return failed(lease, progress, words, Optional.empty(), until, false);
  }

  private WorkOutcome stop(
      LaneLease lease, Progress progress, ConnectionStatus status, String words) {
    return failed(lease, progress, words, Optional.of(status), null, false);
  }

  private WorkOutcome failed(
      LaneLease lease,
      Progress progress,
      String words,
      Optional<ConnectionStatus> health,
      @Nullable Instant retryAt,
      boolean throttled) {
    RoundFigures figures = progress.due instanceof DueRound ? progress.figures : null;
    rounds.failed(lease, progress.due, new FailedWork(words, health, retryAt, throttled, figures));
    return WorkOutcome.FAILED;
  }

  private BackOff backOff(Progress progress, ProviderFault fault) {
    DueWork due = progress.due;
    return BackOff.after(
        new RoundFailure(
            fault,
            due.failures() + 1,
            due.lastSuccessAt(),
            pollOf(due),
            progress.atCursor,
            !(due instanceof DueRound round) || round.alone(),
            progress.now()),
        random);
  }

  private Duration pollOf(DueWork due) {
    return poll.of(due.connection().provider());
  }

  /// The state of one work item.
  private final class Progress {
    private final DueWork due;
    private final Instant begun;
    private RoundFigures figures;
    private boolean atCursor;

    private Progress(DueWork due, Instant begun) {
      this.due = due;
      this.begun = begun;
      this.figures = RoundFigures.begun(due.now(), false);
    }

    /// By the database's clock, which all instances share.
    private Instant now() {
      return due.now().plus(Duration.between(begun, clock.instant()));
    }
  }
}
