package io.timeledger.twin;

import io.timeledger.twin.control.ControlRoutes;
import io.timeledger.twin.control.MeetingDesk;
import io.timeledger.twin.control.SampleWeek;
import io.timeledger.twin.fault.FaultPlan;
import io.timeledger.twin.fault.FaultyHandler;
import io.timeledger.twin.fault.PageShape;
import io.timeledger.twin.google.GoogleFaultAnswers;
import io.timeledger.twin.google.GoogleRoutes;
import io.timeledger.twin.google.RootPaths;
import io.timeledger.twin.graph.GraphFaultAnswers;
import io.timeledger.twin.graph.GraphRoutes;
import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.Routes;
import io.timeledger.twin.http.TwinServer;
import io.timeledger.twin.oauth.GrantFile;
import io.timeledger.twin.oauth.OAuthRoutes;
import io.timeledger.twin.oauth.RefreshTokens;
import io.timeledger.twin.oauth.TokenTable;
import io.timeledger.twin.push.PushSender;
import io.timeledger.twin.state.TwinClock;
import io.timeledger.twin.state.TwinStore;
import io.timeledger.twin.state.Vendor;
import io.timeledger.twin.traffic.ApiCaller;
import io.timeledger.twin.traffic.CallLog;
import io.timeledger.twin.traffic.MailboxLoad;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;

/// Both providers on one port of loopback, until closed.
public final class ProviderTwin implements AutoCloseable {
  private final TwinServer server;
  private final FaultPlan faults;
  private final PushSender pushes;

  private ProviderTwin(TwinServer server, FaultPlan faults, PushSender pushes) {
    this.server = server;
    this.faults = faults;
    this.pushes = pushes;
  }

  public static ProviderTwin start(TwinSetup setup) {
    TwinClock clock = new TwinClock(setup.clock());
    TwinStore store = new TwinStore(clock);
    TokenTable tokens =
        new TokenTable(clock, new RefreshTokens(setup.grants().map(GrantFile::new), store));
    ApiCaller.Lookup callers = new ApiCaller.Lookup(tokens);
    FaultPlan faults = new FaultPlan();
    MailboxLoad load = new MailboxLoad();
    PushSender pushes = new PushSender(faults);
    MeetingDesk desk = new MeetingDesk(store, clock);
    if (setup.seeded()) {
      new SampleWeek(desk).around(clock.instant());
    }
    Function<Call, PageShape> shapes = PageShape.of(faults, callers, setup.pageSize());
    Routes routes = new Routes();
    new OAuthRoutes(store, tokens, clock).addTo(routes);
    new GoogleRoutes(tokens, shapes, pushes, store, clock).addTo(routes);
    GraphRoutes graph = new GraphRoutes(tokens, shapes, load, pushes, store, clock);
    graph.addTo(routes);
    FaultyHandler faulty =
        new FaultyHandler(
            faults,
            callers,
            Map.of(
                Vendor.GOOGLE, new GoogleFaultAnswers(), Vendor.MICROSOFT, new GraphFaultAnswers()),
            routes);
    CallLog calls = new CallLog(callers, load, clock, faulty);
    new ControlRoutes(
            store, tokens, clock, faults, calls, load, desk, pushes, graph.subscriptions())
        .addTo(routes);
    return new ProviderTwin(TwinServer.start(setup.port(), new RootPaths(calls)), faults, pushes);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  @Override
  public void close() {
    faults.clear();
    server.close();
    pushes.close();
  }
}
