import { useState } from "react";
import { createEntry, removeEntry, updateEntry } from "../api/entries";
import { useMe } from "../api/me";
import { asProblem } from "../api/problem";
import type { TimeEntry } from "../api/resources";
import { errorText } from "../messages/errors";
import type { Day } from "../time/days";
import { type CellWrite, cellWrite } from "./cell";
import type { Row } from "./rows";

export type CellState =
  | { kind: "saving" }
  | { kind: "saved" }
  | { kind: "refused"; typed: string; reason: string };

export interface Asked {
  entries: TimeEntry[];
  missing: number;
}

const SHOWN_MILLIS = 1500;

/** Saves cells one by one, and knows how each of them stands. */
export function useCellWrites(userId: string) {
  const zone = useMe().timezone;
  const [states, setStates] = useState<ReadonlyMap<string, CellState>>(new Map());
  const [asked, setAsked] = useState<Asked>();

  const set = (key: string, state: CellState | undefined) =>
    setStates((former) => {
      const next = new Map(former);
      if (state) next.set(key, state);
      else next.delete(key);
      return next;
    });

  const commit = (row: Row, day: Day, text: string) => {
    const key = `${row.key} ${day}`;
    const cell = { work: row.work, day, entries: row.cells.get(day) ?? [], userId, zone };
    const decided = cellWrite(cell, text);
    if (decided.kind === "refused") {
      set(key, { kind: "refused", typed: text, reason: decided.reason });
      return;
    }
    if (decided.kind === "ask") {
      setAsked({ entries: decided.entries, missing: decided.missing });
      return;
    }
    set(key, decided.kind === "nothing" ? undefined : { kind: "saving" });
    perform(decided)
      .then(() => {
        if (decided.kind === "nothing") return;
        set(key, { kind: "saved" });
        setTimeout(() => set(key, undefined), SHOWN_MILLIS);
      })
      .catch((thrown) => {
        const problem = asProblem(thrown);
        const reason = problem.details[0]?.message ?? errorText(problem.code);
        set(key, { kind: "refused", typed: text, reason });
      });
  };

  return {
    commit,
    asked,
    answered: () => setAsked(undefined),
    stateOf: (row: Row, day: Day) => states.get(`${row.key} ${day}`),
  };
}

async function perform(decided: Exclude<CellWrite, { kind: "refused" | "ask" }>): Promise<void> {
  switch (decided.kind) {
    case "nothing":
      return;
    case "create":
      await createEntry(decided.entry);
      return;
    case "update":
      await updateEntry(decided.entry, { duration_seconds: decided.seconds });
      return;
    case "delete":
      for (const entry of decided.entries) await removeEntry(entry);
  }
}
