import { Button, Checkbox, Group, Modal, Radio, Select, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { membersQuery } from "../api/directory";
import { can, useMe } from "../api/me";
import { asProblem } from "../api/problem";
import type { CreatedToken, Permission } from "../api/resources";
import { serverNow } from "../time/serverClock";
import { instantAt } from "../time/zones";
import { ProblemBox } from "../ui/ProblemBox";
import { CreatedSecret } from "./CreatedSecret";
import { createToken } from "./tokens";

type Access = "read" | "write" | "choose";

const SCOPES: Record<Exclude<Access, "choose">, Permission[]> = {
  read: ["time:read"],
  write: ["time:read", "time:write"],
};

const DAY_MILLIS = 86_400_000;
const LIFETIMES = [
  { value: "30", label: "in 30 days" },
  { value: "90", label: "in 90 days" },
  { value: "365", label: "in a year" },
  { value: "never", label: "never" },
];

export function NewTokenDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [created, setCreated] = useState<CreatedToken>();
  const close = () => {
    setCreated(undefined);
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={created ? "Copy the token now" : "New token"}
      closeOnClickOutside={!created}
      closeOnEscape={!created}
      withCloseButton={!created}
    >
      {created ? (
        <CreatedSecret created={created} onDone={close} />
      ) : (
        <NewTokenForm onCreated={setCreated} />
      )}
    </Modal>
  );
}

function NewTokenForm({ onCreated }: { onCreated: (token: CreatedToken) => void }) {
  const me = useMe();
  const members = useQuery({ ...membersQuery, enabled: can(me, "time:admin") }).data;
  const [name, setName] = useState("");
  const [access, setAccess] = useState<Access>();
  const [scopes, setScopes] = useState<string[]>([]);
  const [lifetime, setLifetime] = useState<string | null>("90");
  const [user, setUser] = useState<string | null>(me.user_id);
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!access) return;
    setBusy(true);
    setError(undefined);
    try {
      onCreated(
        await createToken({
          name: name.trim(),
          user_id: user ?? me.user_id,
          scopes: access === "choose" ? (scopes as Permission[]) : SCOPES[access],
          own_data_only: access !== "choose",
          expires_at:
            lifetime === "never"
              ? null
              : instantAt(serverNow() + Number(lifetime) * DAY_MILLIS, me.timezone),
        }),
      );
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };

  const problem = error === undefined ? undefined : asProblem(error);
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <TextInput
          label="Name"
          placeholder="zapier"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={problem?.of("name")}
          required
          data-autofocus
        />
        <Radio.Group
          label="Access"
          value={access ?? ""}
          onChange={(value) => setAccess(value as Access)}
          required
        >
          <Stack gap="sm" mt="xs">
            <Radio value="read" label="Read own time" />
            <Radio value="write" label="Read and write own time" />
            <Radio value="choose" label="Choose what it may do…" />
          </Stack>
        </Radio.Group>
        {access === "choose" && (
          <Checkbox.Group value={scopes} onChange={setScopes} aria-label="Scopes">
            <div className="scopes">
              {me.permissions.map((permission) => (
                <Checkbox key={permission} value={permission} label={permission} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        <Group grow align="flex-start">
          <Select
            label="Ends"
            data={LIFETIMES}
            value={lifetime}
            onChange={setLifetime}
            allowDeselect={false}
          />
          {members && (
            <Select
              label="For"
              data={members
                .filter((member) => member.active)
                .map((member) => ({ value: member.id, label: member.name ?? member.id }))}
              value={user}
              onChange={setUser}
              allowDeselect={false}
              searchable
            />
          )}
        </Group>
        {problem && <ProblemBox error={problem} />}
        <Button
          type="submit"
          loading={isBusy}
          disabled={name.trim() === "" || !access || (access === "choose" && scopes.length === 0)}
        >
          Create
        </Button>
      </Stack>
    </form>
  );
}
