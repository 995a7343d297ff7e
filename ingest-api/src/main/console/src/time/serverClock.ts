const KEPT = 5;
const offsets: number[] = [];

/** Takes the server's time from an answer's `Date` header, which counts whole seconds. */
export function learnServerTime(dateHeader: string | null, receivedAt = Date.now()): void {
  const served = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
  if (Number.isNaN(served)) return;
  const offset = served - receivedAt;
  // The header is cut to the second: less than that is no difference.
  offsets.push(offset > -1000 && offset <= 0 ? 0 : offset);
  if (offsets.length > KEPT) offsets.shift();
}

/** The server's time in milliseconds: this machine's, moved by the median of the last differences. */
export function serverNow(): number {
  const sorted = [...offsets].sort((a, b) => a - b);
  return Date.now() + (sorted[Math.floor(sorted.length / 2)] ?? 0);
}
