import type { EntryFilter } from "../api/entries";

/** Where the browser downloads the same entries that are on screen. */
export function exportAddress(filter: EntryFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) query.set(name, String(value));
  return `/api/v1/time-entries/export.csv?${query}`;
}
