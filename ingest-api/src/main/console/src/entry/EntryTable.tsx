import { Checkbox, UnstyledButton } from "@mantine/core";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { Flag } from "lucide-react";
import { useEffect, useRef } from "react";
import { useDirectory } from "../api/directory";
import { useMe } from "../api/me";
import type { TimeEntry } from "../api/resources";
import { printDay } from "../time/days";
import { printDuration } from "../time/durations";
import { printTime } from "../time/zones";
import { ProjectLabel } from "../ui/ProjectLabel";
import { StateBadge } from "../ui/StateBadge";

interface Props {
  entries: TimeEntry[];
  hasMore: boolean;
  onMore: () => void;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  onOpen: (entry: TimeEntry) => void;
}

const ROW_HEIGHT = 52;
const NEAR_END = 20;

/** All entries in one table; only those in sight are drawn. */
export function EntryTable({ entries, hasMore, onMore, selected, onSelect, onOpen }: Props) {
  const directory = useDirectory();
  const zone = useMe().timezone;
  const body = useRef<HTMLDivElement>(null);
  const virtual = useWindowVirtualizer({
    count: entries.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollMargin: body.current?.offsetTop ?? 0,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last > entries.length - NEAR_END) onMore();
  }, [hasMore, last, entries.length, onMore]);

  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  const allSelected = entries.every((entry) => selected.has(entry.id));
  return (
    <div className="entries card" role="table" aria-label="Entries" aria-rowcount={entries.length}>
      <div className="entries-head" role="row">
        <span role="columnheader">
          <Checkbox
            size="xs"
            aria-label="Select all that are loaded"
            checked={allSelected}
            indeterminate={!allSelected && selected.size > 0}
            onChange={() =>
              onSelect(allSelected ? new Set() : new Set(entries.map((entry) => entry.id)))
            }
          />
        </span>
        <span role="columnheader">Day</span>
        <span role="columnheader">Description</span>
        <span role="columnheader">Project</span>
        <span role="columnheader">Member</span>
        <span role="columnheader">State</span>
        <span role="columnheader" className="figure">
          Clock
        </span>
        <span role="columnheader" className="figure">
          Duration
        </span>
      </div>
      <div
        ref={body}
        className="entries-body"
        role="rowgroup"
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map((item) => {
          const entry = entries[item.index];
          if (!entry) return null;
          return (
            <div
              key={entry.id}
              role="row"
              aria-rowindex={item.index + 1}
              className="entries-row"
              data-selected={selected.has(entry.id) ? "" : undefined}
              style={{
                height: item.size,
                transform: `translateY(${item.start - virtual.options.scrollMargin}px)`,
              }}
            >
              <span role="cell">
                <Checkbox
                  size="xs"
                  aria-label={`Select ${entry.description ?? entry.id}`}
                  checked={selected.has(entry.id)}
                  onChange={() => toggle(entry.id)}
                />
              </span>
              <span role="cell" className="muted entries-day">
                {printDay(entry.log_date)}
              </span>
              <span role="cell" className="entries-what cut">
                <UnstyledButton className="cut" onClick={() => onOpen(entry)}>
                  {entry.description || <em className="muted">No description</em>}
                </UnstyledButton>
                {entry.needs_review && (
                  <span className="state" data-tone="warn">
                    <Flag size={12} aria-label="Needs review" />
                  </span>
                )}
                {entry.tags.map((tag) => (
                  <span key={tag} className="chip">
                    {tag}
                  </span>
                ))}
              </span>
              <span role="cell" className="entries-project cut">
                <ProjectLabel directory={directory} projectId={entry.project_id} />
              </span>
              <span role="cell" className="cut entries-member">
                {directory.memberName(entry.user_id)}
              </span>
              <span role="cell" className="entries-state">
                <StateBadge state={entry.status} />
              </span>
              <span role="cell" className="figure muted entries-clock">
                {entry.started_at ? printTime(entry.started_at, zone) : "–"}
                {entry.ended_at && ` – ${printTime(entry.ended_at, zone)}`}
              </span>
              <span role="cell" className="figure entries-length">
                {entry.billable && <span className="muted">$ </span>}
                {entry.status === "running" ? "▶" : printDuration(entry.duration_seconds)}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
