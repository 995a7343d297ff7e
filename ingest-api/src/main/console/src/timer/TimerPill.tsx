import { ActionIcon, Tooltip } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Square } from "lucide-react";
import { useDirectory } from "../api/directory";
import { attempt } from "../ui/notify";
import { ProjectLabel } from "../ui/ProjectLabel";
import { RunningClock } from "./RunningClock";
import { useTimerActions } from "./useTimerActions";
import "./timer.css";

/** On every page but the timer's own, while a timer runs. */
export function TimerPill() {
  const { running, stop } = useTimerActions();
  const directory = useDirectory();
  if (!running) return null;
  return (
    <aside className="pill" aria-label="Running timer">
      <Link to="/timer" className="pill-text cut">
        <span className="cut">{running.description || "No description"}</span>
        {running.project_id && (
          <ProjectLabel directory={directory} projectId={running.project_id} />
        )}
      </Link>
      <RunningClock running={running} />
      <Tooltip label="Stop (S)">
        <ActionIcon color="red" radius="xl" onClick={() => attempt(stop())} aria-label="Stop">
          <Square size={12} fill="currentColor" />
        </ActionIcon>
      </Tooltip>
    </aside>
  );
}
