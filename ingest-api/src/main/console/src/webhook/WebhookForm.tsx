import { Button, MultiSelect, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { asProblem } from "../api/problem";
import { ProblemBox } from "../ui/ProblemBox";
import { Choice } from "./Choice";
import { EVENT_GROUPS } from "./eventNames";
import { FilterFields } from "./FilterFields";
import { bodyOf, parseDelays, type WebhookDraft } from "./webhookDraft";

interface Props {
  initial: WebhookDraft;
  action: string;
  onSend: (body: ReturnType<typeof bodyOf>) => Promise<void>;
}

/** What can be said of a webhook, new or not. */
export function WebhookForm({ initial, action, onSend }: Props) {
  const [draft, setDraft] = useState(initial);
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const set = (part: Partial<WebhookDraft>) => setDraft((former) => ({ ...former, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await onSend(bodyOf(draft));
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const problem = error === undefined ? undefined : asProblem(error);
  const delays = parseDelays(draft.retryDelays);
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <TextInput
          label="Address"
          placeholder="https://example.com/hooks/time"
          type="url"
          value={draft.url}
          onChange={(event) => set({ url: event.currentTarget.value })}
          error={problem?.of("url")}
          required
          data-autofocus
        />
        <TextInput
          label="Description"
          placeholder="Payroll"
          value={draft.description}
          onChange={(event) => set({ description: event.currentTarget.value })}
          error={problem?.of("description")}
          maxLength={500}
        />
        <MultiSelect
          label="Events"
          data={EVENT_GROUPS.map(({ group, items }) => ({ group, items }))}
          value={draft.events}
          onChange={(events) => set({ events })}
          error={problem?.of("events")}
          searchable
          required
        />
        <details className="webhook-more">
          <summary>Filter, order and retries</summary>
          <Stack gap="lg" mt="md">
            <FilterFields draft={draft} onChange={set} />
            <Choice
              label="Body"
              value={draft.payload}
              onChange={(payload) => set({ payload })}
              data={[
                { value: "full", label: "Whole resource" },
                { value: "thin", label: "Only its id" },
              ]}
            />
            <Choice
              label="Format"
              value={draft.format}
              onChange={(format) => set({ format })}
              data={[
                { value: "standard", label: "Events as JSON" },
                { value: "slack", label: "Messages for Slack" },
              ]}
            />
            <Choice
              label="Order"
              value={draft.ordering}
              onChange={(ordering) => set({ ordering })}
              data={[
                { value: "none", label: "As soon as possible" },
                { value: "strict", label: "One after the other" },
              ]}
            />
            <TextInput
              label="Tries again after"
              description="Seconds after each attempt that failed; empty for never"
              value={draft.retryDelays}
              onChange={(event) => set({ retryDelays: event.currentTarget.value })}
              error={
                delays ? problem?.of("retry_delays") : "At most 10 whole numbers, as 60, 300, 1800"
              }
            />
          </Stack>
        </details>
        {problem && <ProblemBox error={problem} />}
        <Button
          type="submit"
          loading={isBusy}
          disabled={draft.url.trim() === "" || draft.events.length === 0 || !delays}
        >
          {action}
        </Button>
      </Stack>
    </form>
  );
}
