package io.timeledger.ingest.timesheet;

import io.timeledger.schemas.resource.TimesheetContents;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// A timesheet and its entries, as of one moment.
public record WholeTimesheet(ObjectNode sheet, List<ObjectNode> entries) {
  public WholeTimesheet {
    entries = List.copyOf(entries);
  }

  String contents() {
    SortedMap<String, Integer> versions = new TreeMap<>();
    for (ObjectNode entry : entries) {
      versions.put(entry.required("id").asString(), entry.required("version").asInt());
    }
    return TimesheetContents.of(versions);
  }
}
