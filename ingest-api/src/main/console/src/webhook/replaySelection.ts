import type { ReplayAsked } from "../api/resources";
import { type DeliveryFilter, type DeliveryState, span } from "./deliveryFilter";

export type ReplayState = Exclude<DeliveryState, "pending">;

/** What failed or never went out; what a replay takes unless somebody chooses. */
export const USUAL_STATES: readonly ReplayState[] = ["held", "failed_permanent", "exhausted"];

/** What the list's filter means for a replay; what is pending goes out anyway. */
export function statesOf(filter: DeliveryFilter): readonly ReplayState[] {
  if (filter.state === undefined) return USUAL_STATES;
  return filter.state === "pending" ? [] : [filter.state];
}

/** Whether the API cannot select so itself: then the deliveries are named one by one. */
export function isNamedOneByOne(filter: DeliveryFilter): boolean {
  return filter.code !== undefined || filter.id !== undefined;
}

export function replayBody(
  filter: DeliveryFilter,
  states: readonly ReplayState[],
  rate: number | undefined,
  zone: string,
): ReplayAsked {
  return {
    states: [...states],
    ...(filter.event && { events: [filter.event] }),
    ...span(filter, zone),
    ...(rate !== undefined && { rate_per_second: rate }),
  };
}
