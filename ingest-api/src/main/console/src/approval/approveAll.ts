import { client } from "../api/client";
import type { components } from "../api/schema";
import { sheetsChanged } from "../api/timesheets";
import { write } from "../api/write";

export type Approved = components["schemas"]["ApprovalResult"];

/** Approves each that can be; the answer says of every sheet what became of it. */
export async function approveAll(ids: string[]): Promise<Approved[]> {
  const results = (await write((headers) =>
    client.POST("/api/v1/timesheets/approve", { headers, body: { ids } }),
  )) as Approved[];
  await sheetsChanged();
  return results;
}
