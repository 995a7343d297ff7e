import type { TimeEntryCreate } from "../api/resources";
import { addDays, type Day, daysOf, weekday } from "../time/days";
import { instantOf } from "../time/zones";
import { DESCRIPTIONS, TASKS } from "./people";
import { Random } from "./random";

const WEEKS = 8;
const SOURCE = "sample";

/** What everybody worked in the last weeks: the same entries whenever it is asked for that day. */
export function sampleEntries(users: string[], today: Day, zone: string): TimeEntryCreate[] {
  return users.flatMap((user) =>
    daysOf(addDays(today, -7 * WEEKS), addDays(today, -1)).flatMap((day) => dayOf(user, day, zone)),
  );
}

function dayOf(user: string, day: Day, zone: string): TimeEntryCreate[] {
  const random = new Random(`${user} ${day}`);
  const isWeekend = weekday(day) === 0 || weekday(day) === 6;
  if (isWeekend ? random.below(30) > 0 : random.below(25) === 0) return [];
  const entries: TimeEntryCreate[] = [];
  let minute = 8 * 60 + 15 * random.below(6);
  const count = isWeekend ? 1 : 4 + random.below(3);
  for (let index = 0; index < count; index++) {
    const length = 15 * (3 + random.below(8));
    const task = TASKS[favourite(user, random)];
    if (!task) continue;
    const common = {
      user_id: user,
      entity_type: "task" as const,
      entity_id: task.id,
      task_id: task.id,
      project_id: task.project_id,
      description: `${task.name}: ${DESCRIPTIONS[random.below(DESCRIPTIONS.length)]}`,
      tags: random.below(5) === 0 ? ["meeting"] : [],
      billable: task.project_id !== "internal",
      timezone: zone,
      external_source: SOURCE,
      external_id: `${user} ${day} ${index}`,
    };
    if (random.below(6) === 0) {
      entries.push({ ...common, log_date: day, duration_seconds: length * 60 });
    } else {
      entries.push({
        ...common,
        started_at: at(day, minute, zone),
        ended_at: at(day, minute + length, zone),
      });
      minute += length + (index === 1 ? 45 : 15 * random.below(2));
    }
  }
  return entries;
}

/** People have two projects that they mostly work on. */
function favourite(user: string, random: Random): number {
  const own = new Random(user).below(TASKS.length);
  return random.below(4) === 0
    ? random.below(TASKS.length)
    : (own + random.below(6)) % TASKS.length;
}

function at(day: Day, minute: number, zone: string): string {
  const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0"));
  return instantOf(`${day} ${clock.join(":")}:00`, zone);
}
