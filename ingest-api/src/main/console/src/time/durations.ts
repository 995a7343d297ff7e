/** What somebody typed for a duration: a length, a change of the length, or two clock times. */
export type Typed =
  | { kind: "duration"; seconds: number }
  | { kind: "change"; seconds: number }
  | { kind: "clock"; from: string; to: string }
  | { kind: "nothing" }
  | { kind: "refused"; reason: string };

export const DAY_SECONDS = 86_400;
const HOUR = 3600;
const MINUTE = 60;
/** A bare whole number is hours up to a day's length, minutes above. */
const MOST_BARE_HOURS = 24;

/** Reads `2.5`, `2,5`, `2:30`, `:30`, `2h30`, `150m`, `+:15`, `-:30` and `9-11:30`. */
export function parseDuration(text: string): Typed {
  const typed = text.trim().toLowerCase().replace(/\s+/g, "").replace("−", "-");
  if (typed === "") return { kind: "nothing" };
  const clock = parseClockRange(typed);
  if (clock) return clock;
  const sign = /^[+-]/.exec(typed)?.[0];
  const seconds = parseLength(sign ? typed.slice(1) : typed);
  if (seconds === undefined) {
    return { kind: "refused", reason: "Write hours, as 2.5 or 2:30" };
  }
  if (seconds > DAY_SECONDS) return { kind: "refused", reason: "lasts at most 24 hours" };
  if (sign) return { kind: "change", seconds: sign === "-" ? -seconds : seconds };
  return { kind: "duration", seconds };
}

function parseLength(text: string): number | undefined {
  const colon = /^(\d{0,3}):([0-5]?\d)(?::([0-5]\d))?$/.exec(text);
  if (colon && text !== ":") {
    return Number(colon[1] || 0) * HOUR + Number(colon[2]) * MINUTE + Number(colon[3] ?? 0);
  }
  const words = /^(?:(\d+(?:[.,]\d+)?)h)?(?:(\d+)m?)?$/.exec(text);
  if (words && text.includes("h")) {
    return Math.round(decimal(words[1]) * HOUR) + Number(words[2] ?? 0) * MINUTE;
  }
  const minutes = /^(\d+)m(?:in)?$/.exec(text);
  if (minutes) return Number(minutes[1]) * MINUTE;
  if (/^\d+$/.test(text)) {
    const bare = Number(text);
    return bare <= MOST_BARE_HOURS ? bare * HOUR : bare * MINUTE;
  }
  if (/^(\d+[.,]\d*|[.,]\d+)$/.test(text)) return Math.round(decimal(text) * HOUR);
  return undefined;
}

function decimal(text: string | undefined): number {
  return Number((text ?? "0").replace(",", "."));
}

function parseClockRange(text: string): Typed | undefined {
  const range = /^(\d{1,2})(?::([0-5]\d))?[-–](\d{1,2})(?::([0-5]\d))?$/.exec(text);
  if (!range) return undefined;
  const [from, to] = [clockTime(range[1], range[2]), clockTime(range[3], range[4])];
  if (from === undefined || to === undefined || to <= from) {
    return { kind: "refused", reason: "Write two times of one day, as 9-11:30" };
  }
  return { kind: "clock", from, to };
}

function clockTime(hours: string | undefined, minutes = "00"): string | undefined {
  const hour = Number(hours);
  return hour < 24 ? `${String(hour).padStart(2, "0")}:${minutes}` : undefined;
}

/** `8:05`, and `−0:30` below zero. Seconds are cut off, as clocks do. */
export function printDuration(seconds: number): string {
  const minutes = Math.floor(Math.abs(seconds) / MINUTE);
  const sign = seconds < 0 && minutes > 0 ? "−" : "";
  return `${sign}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** `00:42:17`, for clocks that run. */
export function printClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [Math.floor(whole / HOUR), Math.floor(whole / MINUTE) % 60, whole % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** `2 h 30 min`, for sentences. */
export function spellDuration(seconds: number): string {
  const minutes = Math.floor(Math.abs(seconds) / MINUTE);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const words = [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`];
  return (seconds < 0 ? "−" : "") + words.filter(Boolean).join(" ");
}
