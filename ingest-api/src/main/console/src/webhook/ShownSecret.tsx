import { Button, Checkbox, CopyButton, Group, Stack } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import { useState } from "react";

interface Props {
  /** Empty when its answer was lost. */
  secret: string;
  onDone: () => void;
}

/** The only time that a secret is seen: the dialog does not close before somebody has it. */
export function ShownSecret({ secret, onDone }: Props) {
  const [hasIt, setHasIt] = useState(false);
  if (secret === "") {
    return (
      <Stack gap="lg">
        <div>
          It was made, but its secret was on its way when the connection broke, and nobody can show
          it again. Make a new one under Secrets.
        </div>
        <Button onClick={onDone}>Done</Button>
      </Stack>
    );
  }
  return (
    <Stack gap="lg">
      <div className="muted">
        Check the signature of what arrives with it. This is the only time that you see it; nobody
        can show it again.
      </div>
      <code className="webhook-secret">{secret}</code>
      <Group gap="sm" grow>
        <CopyText label="Copy" value={secret} onCopied={() => setHasIt(true)} />
        <CopyText
          label="Copy as .env line"
          value={`TIMELEDGER_WEBHOOK_SECRET=${secret}`}
          onCopied={() => setHasIt(true)}
        />
      </Group>
      <Checkbox
        label="I have it"
        checked={hasIt}
        onChange={(event) => setHasIt(event.currentTarget.checked)}
      />
      <Button disabled={!hasIt} onClick={onDone}>
        Done
      </Button>
    </Stack>
  );
}

interface CopyProps {
  label: string;
  value: string;
  onCopied: () => void;
}

function CopyText({ label, value, onCopied }: CopyProps) {
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          leftSection={copied ? <Check size={16} /> : <Copy size={16} />}
          onClick={() => {
            copy();
            onCopied();
          }}
        >
          {copied ? "Copied" : label}
        </Button>
      )}
    </CopyButton>
  );
}
