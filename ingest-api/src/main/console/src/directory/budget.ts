import type { Estimate } from "../api/resources";

export interface Budget {
  seconds: number;
  /** Absent without a plan. */
  plannedHours: number | undefined;
  /** Tracked of planned; 1 is all of it. */
  ratio: number | undefined;
  tone: "ok" | "warn" | "bad" | undefined;
}

const NEARLY = 0.8;

/** How much of what was planned is used. Hours without a plan are only counted. */
export function budgetOf(
  estimate: Pick<Estimate, "tracked_seconds"> | undefined,
  planned: number | null,
): Budget {
  const seconds = estimate?.tracked_seconds ?? 0;
  if (planned === null) {
    return { seconds, plannedHours: undefined, ratio: undefined, tone: undefined };
  }
  const ratio = planned > 0 ? seconds / 3600 / planned : seconds > 0 ? Number.POSITIVE_INFINITY : 0;
  return {
    seconds,
    plannedHours: planned,
    ratio,
    tone: ratio > 1 ? "bad" : ratio >= NEARLY ? "warn" : "ok",
  };
}

/** `77 %`, and `over` where nothing was planned at all. */
export function printRatio(ratio: number): string {
  return Number.isFinite(ratio) ? `${Math.round(ratio * 100)} %` : "over";
}
