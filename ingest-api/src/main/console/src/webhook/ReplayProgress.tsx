import { Button, CloseButton, Progress } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { queryClient } from "../api/queryClient";
import type { ReplayJob } from "../api/resources";
import { attempt } from "../ui/notify";
import { Part } from "../ui/Part";
import { cancelReplay, replayQuery, replaySizeKey } from "./replays";

interface Props {
  webhookId: string;
  replayId: string;
  onClose: () => void;
}

/** How far a replay is. Its id is part of the address, so it is found again after a reload. */
export function ReplayProgress({ webhookId, replayId, onClose }: Props) {
  const query = useQuery(replayQuery(webhookId, replayId));
  const done = (query.data?.replayed ?? 0) + (query.data?.skipped ?? 0);
  // What a replay makes appears in the list while it goes on.
  useEffect(() => {
    if (done > 0)
      void queryClient.invalidateQueries({ queryKey: ["deliveries", webhookId, "list"] });
  }, [done, webhookId]);
  return (
    <section aria-label="Replay" className="replay card">
      <Part query={query} height={48}>
        {(job) => <Job job={job} done={done} webhookId={webhookId} />}
      </Part>
      <CloseButton aria-label="Hide the replay" onClick={onClose} />
    </section>
  );
}

const TITLES: Record<ReplayJob["state"], string> = {
  running: "Replaying",
  done: "Replayed",
  cancelled: "Replay cancelled",
};

function Job({ job, done, webhookId }: { job: ReplayJob; done: number; webhookId: string }) {
  const size = queryClient.getQueryData<number>(replaySizeKey(job.id));
  const isRunning = job.state === "running";
  const share = isRunning ? (size ? Math.min(100, (done * 100) / size) : 100) : 100;
  return (
    <>
      <div className="replay-job">
        <div>
          <strong>{TITLES[job.state]}</strong> {job.replayed.toLocaleString("en-GB")}
          {size !== undefined && isRunning && ` of ${size.toLocaleString("en-GB")}`}
          <span className="muted">
            {job.skipped > 0 && ` · ${job.skipped} without a body`} · {job.rate_per_second}/s
          </span>
        </div>
        <Progress
          value={share}
          animated={isRunning}
          {...(job.state === "cancelled" && { color: "gray" })}
          aria-label="Replay"
        />
      </div>
      {isRunning && (
        <Button variant="default" onClick={() => attempt(cancelReplay(webhookId, job.id))}>
          Cancel
        </Button>
      )}
    </>
  );
}
