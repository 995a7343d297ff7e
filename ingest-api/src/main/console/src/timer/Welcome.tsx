import { Button, Progress } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Play, Sparkles } from "lucide-react";
import { useSyncExternalStore } from "react";
import { emptinessQuery, noLongerEmpty } from "../api/emptiness";
import { useMe, useSettings } from "../api/me";
import { queryClient } from "../api/queryClient";
import { attempt } from "../ui/notify";
import { ProblemBox } from "../ui/ProblemBox";
import { filling } from "./filling";
import { useTimerActions } from "./useTimerActions";
import "./welcome.css";

/** How to begin in a workspace without time: by one's own, or by a sample. */
export function Welcome() {
  const me = useMe();
  const settings = useSettings();
  const isEmpty = useQuery(emptinessQuery).data;
  const { running, start } = useTimerActions();
  const state = useSyncExternalStore(filling.subscribe, filling.state);
  if (state.kind === "idle" && (!isEmpty || running)) return null;

  const fill = () =>
    filling.begin(async (isAnotherTry, progress) => {
      const { fillWorkspace } = await import("../sample/fillWorkspace");
      await fillWorkspace(me, settings, isAnotherTry, progress);
      noLongerEmpty();
      await queryClient.invalidateQueries();
    });
  if (state.kind === "filling") return <Bar percent={state.percent} />;
  return (
    <section className="welcome card" aria-labelledby="welcome">
      <h2 id="welcome">Nobody has tracked time here yet</h2>
      <p className="muted">
        {me.sample_data
          ? "Start with your own, or look around in eight weeks of a made-up team: people, projects, timesheets in every state."
          : "Say what you are working on, and the clock runs until you stop it."}
      </p>
      {state.kind === "failed" && <ProblemBox error={state.error} />}
      <div className="welcome-actions">
        <Button
          leftSection={<Play size={14} fill="currentColor" />}
          onClick={() => attempt(start({}).then(noLongerEmpty))}
        >
          Start a timer
        </Button>
        {me.sample_data && (
          <Button
            variant="default"
            leftSection={<Sparkles size={16} />}
            onClick={() => void fill()}
          >
            {state.kind === "failed" ? "Try again to fill it" : "Fill with sample data"}
          </Button>
        )}
      </div>
    </section>
  );
}

function Bar({ percent }: { percent: number }) {
  return (
    <section className="welcome card" aria-labelledby="welcome">
      <h2 id="welcome">Filling with sample data</h2>
      <p className="muted">It goes on while you look at other pages.</p>
      <div className="welcome-bar">
        <Progress.Root size="md">
          <Progress.Section value={percent} aria-label="Sample data" />
        </Progress.Root>
        <span className="figure">{percent} %</span>
      </div>
    </section>
  );
}
