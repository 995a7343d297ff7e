import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from "react";
import type { TimeEntry } from "../api/resources";
import { parseDuration, printDuration, spellDuration } from "../time/durations";
import { secondsOf } from "./rows";
import type { CellState } from "./useCellWrites";

export type Move = "up" | "down" | "left" | "right" | "first" | "last";

const MOVES: Record<string, Move> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "first",
  End: "last",
};

interface Props {
  position: string;
  label: string;
  entries: TimeEntry[] | undefined;
  isFocusStop: boolean;
  isLocked: boolean;
  saving: CellState | undefined;
  onFocus: () => void;
  onMove: (by: Move) => void;
  onCommit: (text: string) => void;
  onPaste: (text: string) => void;
  onOpen: () => void;
}

export function Cell(props: Props) {
  const { entries, saving, isLocked } = props;
  const [typed, setShownTyped] = useState<string>();
  // Moving on by a key also leaves the cell, before anything is drawn again: what was typed is
  // handed over once.
  const pending = useRef<string>(undefined);
  const setTyped = (value: string | undefined) => {
    pending.current = value;
    setShownTyped(value);
  };
  const seconds = secondsOf(entries);
  const isRunning = entries?.some((entry) => entry.status === "running");
  const shown = seconds > 0 ? printDuration(seconds) : "";
  // A refused cell keeps what was typed.
  const text = typed ?? (saving?.kind === "refused" ? saving.typed : shown);

  const commit = () => {
    const value = pending.current;
    setTyped(undefined);
    if (value !== undefined && value !== shown) props.onCommit(value);
  };
  const down = (event: KeyboardEvent<HTMLInputElement>) => {
    const isEditing = typed !== undefined;
    const by = MOVES[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && event.shiftKey) {
      props.onOpen();
    } else if (event.key === "Enter") {
      commit();
      props.onMove("down");
    } else if (event.key === "Escape" && isEditing) {
      setTyped(undefined);
    } else if (event.key === "F2" && !isLocked) {
      setTyped(text);
    } else if (event.key === "Delete" && !isEditing && !isLocked) {
      if (seconds > 0) props.onCommit("");
    } else if (by && !(isEditing && (by === "left" || by === "right"))) {
      commit();
      props.onMove(by);
    } else return;
    event.preventDefault();
  };
  const paste = (event: ClipboardEvent) => {
    const content = event.clipboardData.getData("text/plain");
    if (isLocked || !/[\t\n]/.test(content.trimEnd())) return;
    event.preventDefault();
    props.onPaste(content);
  };

  const marks = [
    entries && entries.length > 1 && String(entries.length),
    entries?.some((entry) => entry.needs_review) && "⚑",
    isRunning && "▶",
  ].filter(Boolean);
  return (
    <td
      className="cell"
      data-state={saving?.kind}
      data-editing={typed === undefined ? undefined : ""}
    >
      <input
        data-cell={props.position}
        aria-label={props.label}
        aria-invalid={saving?.kind === "refused"}
        tabIndex={props.isFocusStop ? 0 : -1}
        value={text}
        readOnly={isLocked}
        onFocus={(event) => {
          props.onFocus();
          event.currentTarget.select();
        }}
        onBlur={commit}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={down}
        onPaste={paste}
        onDoubleClick={props.onOpen}
        inputMode="text"
        autoComplete="off"
      />
      {marks.length > 0 && <span className="cell-marks">{marks.join(" ")}</span>}
      {typed !== undefined && <Reading text={typed} />}
      {saving?.kind === "refused" && typed === undefined && (
        <span className="cell-hint" role="alert">
          {saving.reason}
        </span>
      )}
    </td>
  );
}

/** How the text is understood, before it is saved. */
function Reading({ text }: { text: string }) {
  const typed = parseDuration(text);
  switch (typed.kind) {
    case "nothing":
      return null;
    case "refused":
      return <span className="cell-hint">{typed.reason}</span>;
    case "clock":
      return (
        <span className="cell-hint">
          from {typed.from} to {typed.to}
        </span>
      );
    case "change":
      return (
        <span className="cell-hint">
          {typed.seconds < 0 ? "less" : "more"} by {spellDuration(Math.abs(typed.seconds))}
        </span>
      );
    case "duration":
      return <span className="cell-hint">reads as {spellDuration(typed.seconds)}</span>;
  }
}
