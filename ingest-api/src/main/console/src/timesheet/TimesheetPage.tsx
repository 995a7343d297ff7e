import { Button, Select } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Copy } from "lucide-react";
import { useMemo, useState } from "react";
import { membersQuery } from "../api/directory";
import { entriesQuery } from "../api/entries";
import { can, useMe } from "../api/me";
import { sheetsQuery } from "../api/timesheets";
import { addDays, type Day } from "../time/days";
import { EntryDrawer, type Opened } from "../ui/EntryDrawer";
import { PageHead } from "../ui/PageHead";
import { Part } from "../ui/Part";
import { PeriodNav } from "../ui/PeriodNav";
import { usePeriodKeys } from "../ui/usePeriodKeys";
import { useWeek } from "../ui/useWeek";
import { AddRow } from "./AddRow";
import { DayStrip } from "./DayStrip";
import { Grid } from "./Grid";
import { keyOf, type RowWork, rowsOf, workOf } from "./rows";
import { SheetPanel } from "./SheetPanel";
import "./timesheet.css";

const route = getRouteApi("/shell/timesheet");
const WEEKS_REMEMBERED = 2;

export function TimesheetPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const me = useMe();
  const userId = search.user ?? me.user_id;
  const week = useWeek(search.week);
  const [opened, setOpened] = useState<Opened>();
  const [added, setAdded] = useState<{ week: Day; rows: RowWork[] }>({
    week: week.start,
    rows: [],
  });
  const isNarrow = useMediaQuery("(max-width: 640px)");
  const [day, setDay] = useState<Day>();
  const oneDay = [day, week.today].find((one) => one && week.days.includes(one)) ?? week.start;
  const own = { user_id: userId };
  const entries = useQuery(entriesQuery({ ...own, from: week.start, to: week.end }));
  const before = useQuery(
    entriesQuery({
      ...own,
      from: addDays(week.start, -7 * WEEKS_REMEMBERED),
      to: addDays(week.start, -1),
    }),
  );
  const sheets = useQuery(
    sheetsQuery({ ...own, period_start_from: week.start, period_start_to: week.end }),
  );
  const sheet = sheets.data?.find((one) => one.period_start <= week.end);
  const isLocked = sheet?.status === "submitted" || sheet?.status === "approved";

  const show = (day: Day | undefined) =>
    void navigate({ search: (former) => ({ ...former, week: day }) as typeof former });
  const move = (steps: number) => show(addDays(week.start, 7 * steps));
  usePeriodKeys(move, () => show(undefined));

  const remembered = useMemo(() => distinct((before.data ?? []).map(workOf)), [before.data]);
  const lastWeek = useMemo(
    () =>
      distinct(
        (before.data ?? [])
          .filter((entry) => entry.log_date >= addDays(week.start, -7))
          .map(workOf),
      ),
    [before.data, week.start],
  );
  const extra = added.week === week.start ? added.rows : [];
  const rows = useMemo(() => rowsOf(entries.data ?? [], extra), [entries.data, extra]);
  const add = (works: RowWork[]) => setAdded({ week: week.start, rows: [...extra, ...works] });
  const missing = lastWeek.filter((work) => !rows.some((row) => row.key === keyOf(work)));

  return (
    <>
      <PageHead title="Timesheet">
        <PeriodNav label={week.label} onMove={move} onToday={() => show(undefined)} />
        <span className="grow" />
        {can(me, "time:read:all") && (
          <MemberSelect
            value={userId}
            onChange={(user) =>
              void navigate({
                search: (former) =>
                  ({ ...former, user: user === me.user_id ? undefined : user }) as typeof former,
              })
            }
          />
        )}
        {missing.length > 0 && !isLocked && (
          <Button variant="default" leftSection={<Copy size={14} />} onClick={() => add(missing)}>
            Rows of last week
          </Button>
        )}
      </PageHead>
      <SheetPanel sheet={sheet} entries={entries.data ?? []} userId={userId} />
      <Part query={entries} height={360}>
        {() => (
          <>
            {isNarrow && (
              <DayStrip week={week} entries={entries.data ?? []} day={oneDay} onDay={setDay} />
            )}
            <Grid
              week={week}
              days={isNarrow ? [oneDay] : week.days}
              rows={rows}
              userId={userId}
              isLocked={isLocked}
              onOpen={(entry) => setOpened({ entry })}
            />
            {!isLocked && (
              <AddRow
                known={remembered.filter((work) => !rows.some((row) => row.key === keyOf(work)))}
                onAdd={(work) => add([work])}
              />
            )}
          </>
        )}
      </Part>
      <EntryDrawer opened={opened} onClose={() => setOpened(undefined)} />
    </>
  );
}

function distinct(works: RowWork[]): RowWork[] {
  return [...new Map(works.map((work) => [keyOf(work), work])).values()];
}

function MemberSelect({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const members = useQuery(membersQuery).data ?? [];
  return (
    <Select
      aria-label="Member"
      w={180}
      value={value}
      onChange={(id) => id && onChange(id)}
      data={members.map((member) => ({ value: member.id, label: member.name ?? member.id }))}
      allowDeselect={false}
      searchable
    />
  );
}
