import type { Delivery } from "../api/resources";
import { addDays, type Day } from "../time/days";
import { type Instant, instantOf } from "../time/zones";

export type DeliveryState = Delivery["state"];

export const DELIVERY_STATES: readonly DeliveryState[] = [
  "pending",
  "held",
  "delivered",
  "failed_permanent",
  "exhausted",
  "cancelled",
];

/** What the list of deliveries shows, as the address keeps it. Both days are included. */
export interface DeliveryFilter {
  state?: DeliveryState;
  event?: string;
  code?: number;
  from?: Day;
  to?: Day;
  /** The id of an event; the API does not filter by it, so the list is searched. */
  id?: string;
}

/** A delivery's or a replay's id as part of the address beside the filter. */
export interface DeliverySearch extends DeliveryFilter {
  delivery?: string;
  replay?: string;
}

export interface DeliveryParameters {
  state?: DeliveryState;
  event?: string;
  code?: number;
  from?: Instant;
  to?: Instant;
}

/** The parameters of the list: days are those of the member's zone. */
export function deliveryParameters(filter: DeliveryFilter, zone: string): DeliveryParameters {
  return {
    ...(filter.state && { state: filter.state }),
    ...(filter.event && { event: filter.event }),
    ...(filter.code !== undefined && { code: filter.code }),
    ...span(filter, zone),
  };
}

export function span(filter: DeliveryFilter, zone: string): { from?: Instant; to?: Instant } {
  return {
    ...(filter.from && { from: startOf(filter.from, zone) }),
    ...(filter.to && { to: startOf(addDays(filter.to, 1), zone) }),
  };
}

/** How many filters narrow the list. */
export function filterCount(filter: DeliveryFilter): number {
  return [filter.state, filter.event, filter.code, filter.from, filter.to, filter.id].filter(
    (value) => value !== undefined,
  ).length;
}

/** The filter alone, without what else the address keeps. */
export function filterOf({ delivery: _, replay: __, ...filter }: DeliverySearch): DeliveryFilter {
  return filter;
}

function startOf(day: Day, zone: string): Instant {
  return instantOf(`${day} 00:00:00`, zone);
}
