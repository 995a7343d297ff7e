package io.timeledger.twin;

import io.timeledger.twin.control.ControlRoutes;
import io.timeledger.twin.control.MeetingDesk;
import io.timeledger.twin.control.SampleWeek;
import io.timeledger.twin.fault.FaultPlan;
import io.timeledger.twin.fault.FaultyHandler;
import io.timeledger.twin.fault.PageShape;
import io.timeledger.twin.google.GoogleFaults;
import io.timeledger.twin.google.GoogleRoutes;
import io.timeledger.twin.http.Routes;
import io.timeledger.twin.http.TwinServer;
import io.timeledger.twin.oauth.OAuthRoutes;
import io.timeledger.twin.oauth.TokenTable;
import io.timeledger.twin.state.TwinClock;
import io.timeledger.twin.state.TwinIds;
import io.timeledger.twin.state.TwinStore;
import io.timeledger.twin.state.Vendor;
import io.timeledger.twin.traffic.ApiCaller;
import io.timeledger.twin.traffic.CallLog;
import io.timeledger.twin.traffic.MailboxLoad;
import java.net.URI;
import java.util.Map;
import java.util.Random;

/// Both providers on one port of loopback, until closed.
public final class ProviderTwin implements AutoCloseable {
  /// Ids of meetings are the same at every start.
  private static final long SEED = 20_261_129;

  private final TwinServer server;
  private final FaultPlan faults;

  private ProviderTwin(TwinServer server, FaultPlan faults) {
    this.server = server;
    this.faults = faults;
  }

  public static ProviderTwin start(TwinSetup setup) {
    var clock = new TwinClock(setup.clock());
    var store = new TwinStore(new TwinIds(new Random(SEED)));
    var tokens = new TokenTable(clock);
    var callers = new ApiCaller.Lookup(tokens);
    var faults = new FaultPlan();
    var load = new MailboxLoad();
    var desk = new MeetingDesk(store, clock);
    if (setup.seeded()) {
      new SampleWeek(desk).around(clock.instant());
    }
    var shapes = PageShape.of(faults, callers, setup.pageSize());
    var routes = new Routes();
    new OAuthRoutes(store, tokens, clock).addTo(routes);
    new GoogleRoutes(tokens, shapes).addTo(routes);
    var faulty =
        new FaultyHandler(faults, callers, Map.of(Vendor.GOOGLE, new GoogleFaults()), routes);
    var traffic = new CallLog(callers, load, clock, faulty);
    new ControlRoutes(store, tokens, clock, faults, traffic, load, desk).addTo(routes);
    return new ProviderTwin(TwinServer.start(setup.port(), traffic), faults);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  @Override
  public void close() {
    faults.clear();
    server.close();
  }
}
