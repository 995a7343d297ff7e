package io.timeledger.streams.ledger;

import io.timeledger.schemas.resource.ApprovalRoute;
import io.timeledger.schemas.resource.CalendarRule;
import io.timeledger.schemas.resource.Client;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.Contact;
import io.timeledger.schemas.resource.Denial;
import io.timeledger.schemas.resource.Invoice;
import io.timeledger.schemas.resource.InvoiceLine;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.Overtime;
import io.timeledger.schemas.resource.Project;
import io.timeledger.schemas.resource.Rate;
import io.timeledger.schemas.resource.RatePreview;
import io.timeledger.schemas.resource.Resource;
import io.timeledger.schemas.resource.Rule;
import io.timeledger.schemas.resource.Settings;
import io.timeledger.schemas.resource.Task;
import io.timeledger.schemas.resource.Team;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.schemas.resource.Token;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.resource.Workspace;
import java.time.Instant;

/// Stamps a resource with the event that changed it.
record ResourceStamp(int version, long sequence, Instant at) {

  Resource on(Resource resource) {
    return switch (resource) {
      case TimeEntry e -> e.with(b -> b.version(version).sequence(sequence).updatedAt(at));
      case Timesheet t ->
          t.with(
              b ->
                  b.version(version)
                      .sequence(sequence)
                      .updatedAt(at)
                      .changedAt(at)
                      .changedSequence(sequence));
      case Settings s -> s.with(b -> b.version(version).sequence(sequence).updatedAt(at));
      case Rate r -> r.with(b -> b.version(version).sequence(sequence).updatedAt(at));
      case Invoice i -> i.with(b -> b.version(version).sequence(sequence).updatedAt(at));
      case InvoiceLine l -> l.with(b -> b.version(version).sequence(sequence).updatedAt(at));
      case Project p -> p.with(b -> b.version(version).sequence(sequence).updatedAt(at));
      case Task t -> t.with(b -> b.version(version).sequence(sequence).updatedAt(at));
      case Client c -> c.with(b -> b.version(version).sequence(sequence).updatedAt(at));
      case Team t -> t.with(b -> b.version(version).sequence(sequence).updatedAt(at));
      case ApprovalRoute r -> r.with(b -> b.version(version).sequence(sequence).updatedAt(at));
      case Rule r -> r.with(b -> b.version(version).sequence(sequence).updatedAt(at));
      case Overtime o -> o.with(b -> b.version(version).sequence(sequence));
      case RatePreview p -> p;
      case Member m -> m.with(b -> b.version(version).sequence(sequence).updatedAt(at));
      case Workspace w -> w.with(b -> b.version(version).sequence(sequence));
      case Token t -> t.with(b -> b.version(version).sequence(sequence));
      case Webhook w -> w.with(b -> b.version(version).sequence(sequence).updatedAt(at));
      case Connection c -> c.with(b -> b.version(version).sequence(sequence).updatedAt(at));
      case CalendarRule r -> r.with(b -> b.version(version).sequence(sequence).updatedAt(at));
      case Contact c -> c.with(b -> b.version(version).sequence(sequence).updatedAt(at));
      case Denial d -> d;
    };
  }
}
