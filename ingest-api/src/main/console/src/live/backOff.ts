const FIRST = 1000;
const LONGEST = 30_000;

/** Milliseconds before the next attempt, with jitter, so that browsers do not come back together. */
export function backOff(failures: number, random = Math.random()): number {
  const pause = Math.min(LONGEST, FIRST * 2 ** Math.max(0, failures - 1));
  return pause / 2 + (pause / 2) * random;
}
