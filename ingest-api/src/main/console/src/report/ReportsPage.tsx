import { SegmentedControl, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMe, useSettings } from "../api/me";
import { daysBetween, printRange } from "../time/days";
import { printDuration } from "../time/durations";
import { serverNow } from "../time/serverClock";
import { RANGES, type RangeName, rangeOf } from "../time/weeks";
import { dayAt } from "../time/zones";
import { Empty } from "../ui/Empty";
import { PageHead } from "../ui/PageHead";
import { Part } from "../ui/Part";
import { LineTable } from "./LineTable";
import { money } from "./money";
import { linesOf, rollupsQuery, summaryQuery } from "./rollups";
import { WeekBars } from "./WeekBars";
import "./report.css";

const route = getRouteApi("/shell/reports");

export function ReportsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const zone = useMe().timezone;
  const weekStart = useSettings().week_start_day;
  const name = search.range ?? "last-30";
  const by = search.by ?? "project";
  const range = rangeOf(name, dayAt(serverNow(), zone), weekStart);
  const summary = useQuery(summaryQuery(range.from, range.to));
  const lines = useQuery(rollupsQuery(by, "month", range.from, range.to));
  const weeks = useQuery(rollupsQuery("workspace", "week", range.from, range.to));
  const days = daysBetween(range.from, range.to) + 1;
  return (
    <>
      <PageHead title="Reports">
        <Select
          aria-label="Range"
          w={160}
          value={name}
          onChange={(value) =>
            void navigate({ search: (former) => ({ ...former, range: value as RangeName }) })
          }
          data={Object.entries(RANGES).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
        />
        <span className="muted">{printRange(range.from, range.to)}</span>
        <span className="grow" />
        <SegmentedControl
          value={by}
          onChange={(value) =>
            void navigate({ search: (former) => ({ ...former, by: value as typeof by }) })
          }
          data={[
            { value: "project", label: "Projects" },
            { value: "user", label: "Members" },
            { value: "task", label: "Tasks" },
          ]}
        />
      </PageHead>
      <Part query={summary} height={88}>
        {(total) => (
          <dl className="totals card">
            <Total label="Total" value={printDuration(total.total_seconds)} />
            <Total
              label="Billable"
              value={printDuration(total.billable_seconds)}
              detail={`${share(total.billable_seconds, total.total_seconds)} %`}
            />
            <Total label="Approved" value={printDuration(total.approved_seconds)} />
            <Total label="A day" value={printDuration(total.total_seconds / days)} />
            {(total.amounts ?? []).map(({ currency, amount }) => (
              <Total key={currency} label={`Amount, ${currency}`} value={money(amount)} />
            ))}
          </dl>
        )}
      </Part>
      <Part query={weeks} height={180}>
        {(rollups) => <WeekBars rollups={rollups} />}
      </Part>
      <Part query={lines} height={320}>
        {(rollups) =>
          rollups.length === 0 ? (
            <div className="card">
              <Empty title="No time in this range">Choose a longer one above.</Empty>
            </div>
          ) : (
            <LineTable lines={linesOf(rollups)} by={by} from={range.from} to={range.to} />
          )
        }
      </Part>
    </>
  );
}

function Total({ label, value, detail }: { label: string; value: string; detail?: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {value} {detail && <span className="muted">{detail}</span>}
      </dd>
    </div>
  );
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100);
}
