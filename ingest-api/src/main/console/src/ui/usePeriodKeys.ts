import { useEffect } from "react";

/** `[`, `]` and `.` on pages that show a period. */
export function usePeriodKeys(onMove: (steps: number) => void, onToday: () => void): void {
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (target.closest?.("input, textarea, [role=dialog], [contenteditable]")) return;
      if (event.key === "[") onMove(-1);
      else if (event.key === "]") onMove(1);
      else if (event.key === ".") onToday();
    };
    document.addEventListener("keydown", down);
    return () => document.removeEventListener("keydown", down);
  }, [onMove, onToday]);
}
