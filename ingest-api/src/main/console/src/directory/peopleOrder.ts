import type { Member } from "../api/resources";
import { rank } from "../ui/rank";

/** Whom the search finds; without one all by name, those who have left last. */
export function peopleOf(members: readonly Member[], query: string): Member[] {
  const found = rank(members, query, (one) => `${one.name ?? ""} ${one.email ?? ""} ${one.id}`);
  if (query.trim() !== "") return found;
  return found.sort(
    (a, b) =>
      Number(b.active) - Number(a.active) || (a.name ?? a.id).localeCompare(b.name ?? b.id, "en"),
  );
}
