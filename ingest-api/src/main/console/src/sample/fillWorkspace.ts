import type { Me, Member, Settings } from "../api/resources";
import { serverNow } from "../time/serverClock";
import { dayAt } from "../time/zones";
import { consoleCall } from "./consoleCall";
import { PEOPLE } from "./people";
import { fillSample, type SampleOptions } from "./sample";

/** Fills the workspace of this page; whoever is a member already works in the sample, too. */
export async function fillWorkspace(
  me: Me,
  settings: Settings,
  isAnotherTry: boolean,
  progress: NonNullable<SampleOptions["progress"]>,
): Promise<void> {
  const members = (await consoleCall("GET", "/members?active=true&limit=500")) as Member[];
  const member = memberOf(members);
  await fillSample(consoleCall, {
    owner: me.user_id,
    ...(member && { member: member.id }),
    today: dayAt(serverNow(), settings.timezone),
    zone: settings.timezone,
    weekStart: settings.week_start_day,
    isAnotherTry,
    progress,
  });
}

/** The first plain member who is not of the sample itself. */
export function memberOf(members: readonly Pick<Member, "id" | "role">[]) {
  return members.find(
    ({ id, role }) => role === "member" && !PEOPLE.some((person) => person.id === id),
  );
}
