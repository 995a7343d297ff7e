import { Button, Checkbox, NumberInput, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useMe } from "../api/me";
import { queryClient } from "../api/queryClient";
import { ProblemBox } from "../ui/ProblemBox";
import type { DeliveryFilter } from "./deliveryFilter";
import { replayPlanQuery } from "./replayPlan";
import { type ReplayState, statesOf } from "./replaySelection";
import { replaySizeKey, startReplay } from "./replays";

const STATES: { value: ReplayState; label: string }[] = [
  { value: "held", label: "Held" },
  { value: "failed_permanent", label: "Refused" },
  { value: "exhausted", label: "Exhausted" },
  { value: "cancelled", label: "Cancelled" },
  { value: "delivered", label: "Delivered, once more" },
];
const USUAL_RATE = 50;
const HIGHEST_RATE = 1000;

interface Props {
  webhookId: string;
  filter: DeliveryFilter;
  onStarted: (replayId: string) => void;
}

/** What to send again, how fast, and how many that are. */
export function ReplayForm({ webhookId, filter, onStarted }: Props) {
  const zone = useMe().timezone;
  const [states, setStates] = useState<readonly ReplayState[]>(() => statesOf(filter));
  const [rate, setRate] = useState<number | string>(USUAL_RATE);
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const plan = useQuery(replayPlanQuery(webhookId, filter, states, zone));
  const count = plan.data?.count ?? 0;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!plan.data) return;
    setBusy(true);
    setError(undefined);
    try {
      const id = await startReplay(webhookId, { ...plan.data.body, rate_per_second: Number(rate) });
      queryClient.setQueryData(replaySizeKey(id), count);
      onStarted(id);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <Checkbox.Group
          label="What to send again"
          value={[...states]}
          onChange={(chosen) => setStates(chosen as ReplayState[])}
        >
          <Stack gap="sm" mt="xs">
            {STATES.map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </Stack>
        </Checkbox.Group>
        <NumberInput
          label="At most so many a second"
          value={rate}
          onChange={setRate}
          min={1}
          max={HIGHEST_RATE}
          allowDecimal={false}
          required
        />
        <div aria-live="polite">
          {plan.data ? (
            <>
              <strong>{count.toLocaleString("en-GB")}</strong>{" "}
              {count === 1 ? "delivery fits" : "deliveries fit"}
              {plan.data.isCut && ", of which the first 1,000 are sent"}
            </>
          ) : (
            <span className="muted">{plan.error ? "" : "Counting…"}</span>
          )}
        </div>
        {plan.error && <ProblemBox error={plan.error} onRetry={() => void plan.refetch()} />}
        {error !== undefined && <ProblemBox error={error} />}
        <Button type="submit" loading={isBusy} disabled={count === 0 || Number(rate) < 1}>
          Replay {count.toLocaleString("en-GB")}
        </Button>
      </Stack>
    </form>
  );
}
