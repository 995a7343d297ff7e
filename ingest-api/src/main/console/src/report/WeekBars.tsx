import type { Rollup } from "../api/resources";
import { printShortDay } from "../time/days";
import { printDuration } from "../time/durations";

/** Hours by week from zero; each bar carries its figure. */
export function WeekBars({ rollups }: { rollups: Rollup[] }) {
  const weeks = [...rollups].sort((a, b) => a.period_start.localeCompare(b.period_start));
  const most = Math.max(1, ...weeks.map((week) => week.total_seconds));
  if (weeks.length < 2) return null;
  return (
    <figure className="bars card" aria-label="Hours by week">
      {weeks.map((week) => (
        <div key={week.period_start} className="bar">
          <span className="bar-figure">{printDuration(week.total_seconds)}</span>
          <span className="bar-column" style={{ height: `${(week.total_seconds / most) * 100}px` }}>
            <span
              style={{
                height: `${(week.billable_seconds / Math.max(1, week.total_seconds)) * 100}%`,
              }}
            />
          </span>
          <span className="muted">{printShortDay(week.period_start)}</span>
        </div>
      ))}
      <figcaption className="muted">
        <span className="key" data-billable="" /> billable <span className="key" /> not billable
      </figcaption>
    </figure>
  );
}
