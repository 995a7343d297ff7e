package io.timeledger.twin.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.twin.fault.PageShape;
import io.timeledger.twin.fault.Slice;
import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.http.Trees;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.Meeting;
import io.timeledger.twin.state.Occurrence;
import io.timeledger.twin.state.Occurrences;
import io.timeledger.twin.state.Span;
import java.net.URLEncoder;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// The instances of a series within a window, in pages.
final class SeriesInstances {
  private static final int USUAL = 10;

  private final GraphAccess access;
  private final Function<Call, PageShape> shapes;

  SeriesInstances(GraphAccess access, Function<Call, PageShape> shapes) {
    this.access = access;
    this.shapes = shapes;
  }

  HttpAnswer answer(Call call) {
    Mailbox mailbox = access.mailbox(call);
    Meeting series =
        GraphIds.find(access.calendar(call), call.variable("event"))
            .map(GraphIds.Target::meeting)
            .orElseThrow(GraphErrors::notFound);
    if (!series.repeats()) {
      throw GraphErrors.badRequest("ErrorInvalidRequest", "The event is no series.");
    }
    Preferences preferences = Preferences.of(call);
    GraphEventJson json = new GraphEventJson(mailbox, preferences);
    int offset = number(call, "$skip", 0);
    int asked = number(call, "$top", preferences.pageSize().orElse(USUAL));
    PageShape shape = shapes.apply(call);
    Slice<Occurrence> slice =
        shape.slice(Occurrences.of(series, GraphWindow.of(call)), offset, Math.max(1, asked));
    ObjectNode page = Trees.object();
    page.set(
        "value",
        Trees.array(
            slice.items(),
            instance -> SelectedFields.of(call, shape.titled(json.of(instance), "subject"))));
    if (slice.more()) {
      page.put("@odata.nextLink", next(call, asked, offset + slice.taken()));
    }
    return HttpAnswer.json(200, page);
  }

  private static String next(Call call, int asked, int offset) {
    Span window = GraphWindow.of(call);
    return "%s%s?startDateTime=%s&endDateTime=%s%s&$top=%d&$skip=%d"
        .formatted(
            call.origin(),
            call.path(),
            window.from(),
            window.to(),
            call.query()
                .first("$select")
                .map(names -> "&$select=" + URLEncoder.encode(names, UTF_8))
                .orElse(""),
            asked,
            offset);
  }

  private static int number(Call call, String parameter, int absent) {
    return call.query().first(parameter).map(Integer::parseInt).orElse(absent);
  }
}
