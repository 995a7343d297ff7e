import { Button, PasswordInput, Stack } from "@mantine/core";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { type FormEvent, useState } from "react";
import { attempt } from "../ui/notify";
import { type Checked, check, headerOf } from "./signature";

interface Props {
  headers: Record<string, unknown> | null;
  body: string | undefined;
}

/** Checks a request with the reader's own secret, in this browser only. */
export function VerifyPanel({ headers, body }: Props) {
  const [secret, setSecret] = useState("");
  const [checked, setChecked] = useState<Checked>();
  if (body === undefined) {
    return <p className="muted">Without the body that was sent, nothing can be checked.</p>;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const signed = {
      id: headerOf(headers, "webhook-id"),
      timestamp: headerOf(headers, "webhook-timestamp"),
      body,
    };
    const sent = {
      standard: headerOf(headers, "webhook-signature"),
      workestra: headerOf(headers, "x-workestra-signature"),
    };
    attempt(check(secret.trim(), signed, sent).then(setChecked));
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" mt="md">
        <PasswordInput
          label="Your secret"
          description="It stays in this browser and is sent nowhere"
          autoComplete="off"
          value={secret}
          onChange={(event) => {
            setSecret(event.currentTarget.value);
            setChecked(undefined);
          }}
        />
        <Button type="submit" variant="default" disabled={secret.trim() === ""}>
          Verify the signature
        </Button>
        {checked && (
          <div aria-live="polite">
            <Result name="webhook-signature" holds={checked.standard} />
            <Result name="X-Workestra-Signature" holds={checked.workestra} />
          </div>
        )}
      </Stack>
    </form>
  );
}

function Result({ name, holds }: { name: string; holds: boolean }) {
  return (
    <div className="state" data-tone={holds ? "ok" : "bad"}>
      {holds ? <ShieldCheck size={16} aria-hidden /> : <ShieldAlert size={16} aria-hidden />}
      <span className="mono">{name}</span> {holds ? "fits this secret" : "was made by another one"}
    </div>
  );
}
