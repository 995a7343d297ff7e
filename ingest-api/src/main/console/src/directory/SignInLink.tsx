import { Button, CopyButton, Modal, Stack } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import type { CreatedToken, Member } from "../api/resources";
import { ProblemBox } from "../ui/ProblemBox";
import { useSubmit } from "../ui/useSubmit";
import { makeSignInLink } from "./members";
import { addressOf } from "./signInAddress";

interface Props {
  member: Member | undefined;
  onClose: () => void;
}

/** Makes a link that signs in as somebody. It is shown here and nowhere else. */
export function SignInLink({ member, onClose }: Props) {
  const name = member?.name ?? member?.id ?? "";
  return (
    <Modal opened={member !== undefined} onClose={onClose} title={`Sign-in link for ${name}`}>
      {member && <Link member={member} onClose={onClose} />}
    </Modal>
  );
}

function Link({ member, onClose }: { member: Member; onClose: () => void }) {
  const [created, setCreated] = useState<CreatedToken>();
  const { isBusy, problem, onSubmit } = useSubmit(async () =>
    setCreated(await makeSignInLink(member)),
  );
  const address = created && addressOf(created, globalThis.location.origin);
  if (!address) {
    return (
      <form onSubmit={onSubmit}>
        <Stack gap="lg">
          <p className="dialog-text">
            Whoever opens the link is signed in as {member.name ?? member.id}: once, and within 12
            hours. Send it to nobody else.
          </p>
          {created && <p className="dialog-text">The link was shown before. Make another one.</p>}
          {problem && <ProblemBox error={problem} />}
          <Button type="submit" loading={isBusy} data-autofocus>
            Make the link
          </Button>
        </Stack>
      </form>
    );
  }
  return (
    <Stack gap="lg">
      <div className="muted">This is the only time that you see it.</div>
      <code className="sign-in-link">{address}</code>
      <CopyButton value={address}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            leftSection={copied ? <Check size={16} /> : <Copy size={16} />}
            onClick={copy}
          >
            {copied ? "Copied" : "Copy"}
          </Button>
        )}
      </CopyButton>
      <Button onClick={onClose}>Done</Button>
    </Stack>
  );
}
