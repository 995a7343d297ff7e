import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { membersQuery } from "../api/directory";
import { entriesQuery } from "../api/entries";
import { useMe, useSettings } from "../api/me";
import type { TimeEntry } from "../api/resources";
import { addDays, type Day } from "../time/days";
import { EntryDrawer, type Opened } from "../ui/EntryDrawer";
import { emptyDraft } from "../ui/entryDraft";
import { attempt } from "../ui/notify";
import { Part } from "../ui/Part";
import { PeriodNav } from "../ui/PeriodNav";
import { Skeleton } from "../ui/Skeleton";
import { usePeriodKeys } from "../ui/usePeriodKeys";
import { useWeek } from "../ui/useWeek";
import { Composer } from "./Composer";
import { DayList } from "./DayList";
import { continuationOf, useTimerActions } from "./useTimerActions";
import { WeekTotals } from "./WeekTotals";
import { Welcome } from "./Welcome";
import "./timer.css";

const WeekCalendar = lazy(() => import("./WeekCalendar"));
const route = getRouteApi("/shell/timer");

export function TimerPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const me = useMe();
  const settings = useSettings();
  const week = useWeek(search.week);
  const actions = useTimerActions();
  const [opened, setOpened] = useState<Opened>();
  const entries = useQuery(entriesQuery({ from: week.start, to: week.end, user_id: me.user_id }));
  const capacity = useQuery(membersQuery).data?.find((one) => one.id === me.user_id)?.weekly_hours;
  const view = search.view ?? (globalThis.innerWidth < 700 ? "list" : "calendar");

  const show = (day: Day | undefined) =>
    void navigate({ search: (former) => ({ ...former, week: day }) as typeof former });
  const move = (steps: number) => show(addDays(week.start, 7 * steps));
  usePeriodKeys(move, () => show(undefined));

  const draft = useMemo(
    () => emptyDraft(week.today, settings.default_billable),
    [week.today, settings.default_billable],
  );
  useEffect(() => {
    if (!search.new) return;
    setOpened({ draft });
    void navigate({ search: ({ new: _, ...rest }) => rest, replace: true });
  }, [search.new, draft, navigate]);

  const continued = (entry: TimeEntry) => attempt(actions.start(continuationOf(entry)));
  return (
    <>
      <h1 className="visually-hidden">Timer</h1>
      <Composer recent={entries.data ?? []} />
      <Welcome />
      <div className="timer-head">
        <PeriodNav label={week.label} onMove={move} onToday={() => show(undefined)} />
        <SegmentedControl
          size="sm"
          value={view}
          onChange={(value) =>
            void navigate({
              search: (former) => ({ ...former, view: value as "calendar" | "list" }),
            })
          }
          data={[
            { value: "calendar", label: "Calendar" },
            { value: "list", label: "List" },
          ]}
        />
        <WeekTotals
          entries={entries.data ?? []}
          capacityHours={capacity ?? settings.default_weekly_hours}
        />
      </div>
      <Part query={entries} height={640}>
        {(all) =>
          view === "calendar" ? (
            <Suspense fallback={<Skeleton height={640} />}>
              <WeekCalendar
                week={week}
                entries={all}
                onOpen={(entry) => setOpened({ entry })}
                onDraft={(times) => setOpened({ draft: { ...draft, ...times } })}
              />
            </Suspense>
          ) : (
            <DayList
              week={week}
              entries={all}
              onOpen={(entry) => setOpened({ entry })}
              onContinue={continued}
              onAdd={(day) => setOpened({ draft: { ...draft, day } })}
            />
          )
        }
      </Part>
      <EntryDrawer opened={opened} onClose={() => setOpened(undefined)} onContinue={continued} />
    </>
  );
}
