import { expect, test } from "vitest";
import { Filling } from "./filling";

test("counts along, and is idle again", async () => {
  const filling = new Filling();
  const seen: unknown[] = [];
  filling.subscribe(() => seen.push(filling.state()));
  await filling.begin(async (_, progress) => {
    progress(1, 3);
    progress(3, 3);
  });
  expect(seen).toEqual([
    { kind: "filling", percent: 0 },
    { kind: "filling", percent: 33 },
    { kind: "filling", percent: 100 },
    { kind: "idle" },
  ]);
});

test("fills once, however often it is asked for", async () => {
  const filling = new Filling();
  let calls = 0;
  const fill = async () => {
    calls++;
  };
  await Promise.all([filling.begin(fill), filling.begin(fill)]);
  expect(calls).toBe(1);
});

test("keeps what went wrong, and says so to the next try", async () => {
  const filling = new Filling();
  const tries: boolean[] = [];
  await filling.begin(async (isAnotherTry) => {
    tries.push(isAnotherTry);
    throw new Error("no");
  });
  expect(filling.state()).toMatchObject({ kind: "failed" });
  await filling.begin(async (isAnotherTry) => {
    tries.push(isAnotherTry);
  });
  expect(tries).toEqual([false, true]);
  expect(filling.state()).toEqual({ kind: "idle" });
});
