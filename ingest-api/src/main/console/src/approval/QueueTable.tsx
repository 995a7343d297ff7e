import { Checkbox, UnstyledButton } from "@mantine/core";
import type { Directory } from "../api/directory";
import type { WaitingTimesheet } from "../api/resources";
import { printRange } from "../time/days";
import { printDuration } from "../time/durations";

interface Props {
  sheets: WaitingTimesheet[];
  current: WaitingTimesheet | undefined;
  selected: ReadonlySet<string>;
  directory: Directory;
  onToggle: (sheet: WaitingTimesheet) => void;
  onOpen: (sheet: WaitingTimesheet) => void;
}

export function QueueTable({ sheets, current, selected, directory, onToggle, onOpen }: Props) {
  return (
    <ul className="queue card" aria-label="Waiting timesheets">
      {sheets.map((sheet) => (
        <li key={sheet.id} data-current={sheet === current ? "" : undefined}>
          <Checkbox
            size="xs"
            checked={selected.has(sheet.id)}
            onChange={() => onToggle(sheet)}
            aria-label={`Select ${directory.memberName(sheet.user_id)}`}
          />
          <UnstyledButton
            className="queue-sheet"
            aria-current={sheet === current}
            onClick={() => onOpen(sheet)}
          >
            <span className="queue-name cut">
              <strong>{directory.memberName(sheet.user_id)}</strong>
              <span className="muted cut">{printRange(sheet.period_start, sheet.period_end)}</span>
            </span>
            <span className="figure">
              <strong>{printDuration(sheet.total_seconds)}</strong>
              <span className="muted queue-billable">
                $ {printDuration(sheet.billable_seconds)}
              </span>
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
