import { ActionIcon, CopyButton as Copy, Tooltip } from "@mantine/core";
import { Check, Copy as CopyIcon } from "lucide-react";

export function CopyButton({ value, label }: { value: string; label: string }) {
  return (
    <Copy value={value}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? "Copied" : label}>
          <ActionIcon variant="subtle" color="gray" size={24} onClick={copy} aria-label={label}>
            {copied ? <Check size={14} /> : <CopyIcon size={14} />}
          </ActionIcon>
        </Tooltip>
      )}
    </Copy>
  );
}
