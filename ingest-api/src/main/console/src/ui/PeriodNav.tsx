import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { ChevronLeft, ChevronRight } from "lucide-react";

interface Props {
  label: string;
  onMove: (steps: number) => void;
  onToday: () => void;
}

/** Back, the period, forward, today. Keys `[`, `]` and `.` do the same. */
export function PeriodNav({ label, onMove, onToday }: Props) {
  return (
    <div className="period">
      <Tooltip label="Before ( [ )">
        <ActionIcon variant="default" size={32} onClick={() => onMove(-1)} aria-label="Before">
          <ChevronLeft size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="After ( ] )">
        <ActionIcon variant="default" size={32} onClick={() => onMove(1)} aria-label="After">
          <ChevronRight size={16} />
        </ActionIcon>
      </Tooltip>
      <Button variant="default" h={32} px={12} onClick={onToday}>
        Today
      </Button>
      <strong className="period-label">{label}</strong>
    </div>
  );
}
