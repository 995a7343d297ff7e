import { Button, Checkbox, CopyButton, Stack } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import type { CreatedToken } from "../api/resources";

interface Props {
  created: CreatedToken;
  onDone: () => void;
}

/** The only time that a secret is seen: the dialog does not close before somebody has it. */
export function CreatedSecret({ created, onDone }: Props) {
  const [hasIt, setHasIt] = useState(false);
  const secret = created.secret ?? "";
  return (
    <Stack gap="lg">
      <div className="muted">
        {created.name}: this is the only time that you see it. Nobody can show it again.
      </div>
      <code className="secret">{secret}</code>
      <CopyButton value={secret}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            leftSection={copied ? <Check size={16} /> : <Copy size={16} />}
            onClick={() => {
              copy();
              setHasIt(true);
            }}
          >
            {copied ? "Copied" : "Copy"}
          </Button>
        )}
      </CopyButton>
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
