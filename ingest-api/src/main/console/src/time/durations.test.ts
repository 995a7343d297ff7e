import { describe, expect, test } from "vitest";
import { parseDuration, printClock, printDuration, spellDuration } from "./durations";

const seconds = (text: string) => {
  const typed = parseDuration(text);
  return typed.kind === "duration" || typed.kind === "change" ? typed.seconds : typed.kind;
};

describe("parseDuration", () => {
  test.each([
    ["2.5", 9000],
    ["2,5", 9000],
    [".5", 1800],
    ["2:30", 9000],
    [":30", 1800],
    ["2h30", 9000],
    ["2h", 7200],
    ["1.5h", 5400],
    ["150m", 9000],
    ["90 min", 5400],
    ["8", 28800],
    ["24", 86400],
    ["25", 1500],
    ["90", 5400],
    ["+:15", 900],
    ["-:30", -1800],
    ["−1", -3600],
  ])("reads %s", (text, expected) => expect(seconds(text)).toBe(expected));

  test.each(["x", "2:75", "1.2.3", ":", "h", "25:00", "-"])("refuses %s", (text) =>
    expect(parseDuration(text).kind).toBe("refused"),
  );

  test("reads clock times", () => {
    expect(parseDuration("9-11:30")).toEqual({ kind: "clock", from: "09:00", to: "11:30" });
    expect(parseDuration("11-9").kind).toBe("refused");
    expect(parseDuration("9-25").kind).toBe("refused");
  });

  test("gives back what was printed", () => {
    for (let minutes = 0; minutes <= 1440; minutes++) {
      expect(seconds(printDuration(minutes * 60))).toBe(minutes * 60);
    }
  });

  test("takes an empty cell for nothing", () => expect(parseDuration(" ").kind).toBe("nothing"));
});

test("prints with a real minus and never minus zero", () => {
  expect(printDuration(-1800)).toBe("−0:30");
  expect(printDuration(-20)).toBe("0:00");
  expect(printClock(2537)).toBe("00:42:17");
  expect(printClock(-3)).toBe("00:00:00");
  expect(spellDuration(9000)).toBe("2 h 30 min");
  expect(spellDuration(0)).toBe("0 min");
});
