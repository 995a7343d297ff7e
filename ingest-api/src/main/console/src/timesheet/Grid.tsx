import { useRef, useState } from "react";
import { type Directory, useDirectory } from "../api/directory";
import type { TimeEntry } from "../api/resources";
import { type Day, printShortDay, printWeekday } from "../time/days";
import { printDuration } from "../time/durations";
import { ProjectLabel } from "../ui/ProjectLabel";
import type { Week } from "../ui/useWeek";
import { Cell, type Move } from "./Cell";
import { pasted } from "./paste";
import { type Row, secondsOf } from "./rows";
import { Shorten } from "./Shorten";
import { useCellWrites } from "./useCellWrites";

interface Props {
  week: Week;
  /** The week's days, or on narrow screens one of them. */
  days: Day[];
  rows: Row[];
  userId: string;
  isLocked: boolean;
  onOpen: (entry: TimeEntry) => void;
}

/** The week as a table: one tab stop, arrows move, typing edits. */
export function Grid({ week, days, rows, userId, isLocked, onOpen }: Props) {
  const directory = useDirectory();
  const table = useRef<HTMLTableElement>(null);
  const [focus, setFocus] = useState({ row: 0, column: 0 });
  const writes = useCellWrites(userId);

  const focusCell = (row: number, column: number) => {
    const next = {
      row: Math.max(0, Math.min(rows.length - 1, row)),
      column: Math.max(0, Math.min(days.length - 1, column)),
    };
    setFocus(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
  };
  const move = (row: number, column: number, by: Move) => {
    switch (by) {
      case "up":
        return focusCell(row - 1, column);
      case "down":
        return focusCell(row + 1, column);
      case "left":
        return focusCell(row, column - 1);
      case "right":
        return focusCell(row, column + 1);
      case "first":
        return focusCell(row, 0);
      case "last":
        return focusCell(row, days.length - 1);
    }
  };
  const paste = (row: number, column: number, text: string) => {
    for (const { down, right, value } of pasted(text)) {
      const target = rows[row + down];
      const day = days[column + right];
      if (target && day) writes.commit(target, day, value);
    }
  };
  const openCell = (entries: TimeEntry[] | undefined) => {
    const entry = entries?.[0];
    if (entry) onOpen(entry);
  };

  return (
    <div className="table-frame">
      <table
        className="grid"
        data-single={days.length === 1 ? "" : undefined}
        ref={table}
        aria-label="Hours by row and day"
      >
        <thead>
          <tr>
            <th className="grid-row-head">Row</th>
            {days.map((day) => (
              <th key={day} className="figure" data-today={day === week.today ? "" : undefined}>
                <span>{printWeekday(day)}</span> <span className="muted">{printShortDay(day)}</span>
              </th>
            ))}
            <th className="figure">Total</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={row.key}>
              <th scope="row" className="grid-row-head">
                <RowName row={row} directory={directory} />
                {row.work.billable && <span className="grid-billable">$</span>}
              </th>
              {days.map((day, column) => (
                <Cell
                  key={day}
                  position={`${rowIndex} ${column}`}
                  label={`${directory.projectName(row.work.project_id)}, ${printShortDay(day)}`}
                  entries={row.cells.get(day)}
                  isFocusStop={
                    focus.column === column && Math.min(focus.row, rows.length - 1) === rowIndex
                  }
                  isLocked={isLocked}
                  saving={writes.stateOf(row, day)}
                  onFocus={() => setFocus({ row: rowIndex, column })}
                  onMove={(by) => move(rowIndex, column, by)}
                  onCommit={(text) => writes.commit(row, day, text)}
                  onPaste={(text) => paste(rowIndex, column, text)}
                  onOpen={() => openCell(row.cells.get(day))}
                />
              ))}
              <td className="figure grid-total">{printOrNothing(totalOf(row, days))}</td>
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={days.length + 2} className="grid-empty muted">
                No time in this week yet. Add a row, or take those of last week.
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="grid-row-head">
              Day
            </th>
            {days.map((day) => (
              <td key={day} className="figure">
                {printOrNothing(rows.reduce((sum, row) => sum + secondsOf(row.cells.get(day)), 0))}
              </td>
            ))}
            <td className="figure grid-total">
              {printDuration(rows.reduce((sum, row) => sum + totalOf(row, days), 0))}
            </td>
          </tr>
        </tfoot>
      </table>
      <Shorten asked={writes.asked} onClose={writes.answered} />
    </div>
  );
}

function RowName({ row, directory }: { row: Row; directory: Directory }) {
  const work = row.work;
  const hasRecord = work.entity_type !== "task" && work.entity_type !== "internal";
  return (
    <span className="grid-name">
      <ProjectLabel directory={directory} projectId={work.project_id} taskId={work.task_id} />
      {(work.description || hasRecord) && (
        <span className="cut muted">
          {hasRecord ? `${work.entity_type} ${work.entity_id ?? ""}` : work.description}
        </span>
      )}
    </span>
  );
}

function totalOf(row: Row, days: Day[]): number {
  return days.reduce((sum, day) => sum + secondsOf(row.cells.get(day)), 0);
}

function printOrNothing(seconds: number): string {
  return seconds === 0 ? "" : printDuration(seconds);
}
