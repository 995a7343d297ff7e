import { Button, MultiSelect, NumberInput, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { teamsQuery } from "../api/directory";
import { useSettings } from "../api/me";
import type { Member } from "../api/resources";
import { ProblemBox } from "../ui/ProblemBox";
import { useSubmit } from "../ui/useSubmit";
import { type MemberDraft, memberDraft, memberPut, ROLES, type Role } from "./memberDraft";
import { putMember } from "./members";
import { ID_PATTERN, newId } from "./newId";

interface Props {
  member: Member | undefined;
  onDone: () => void;
}

export function MemberForm({ member, onDone }: Props) {
  const settings = useSettings();
  const teams = useQuery(teamsQuery).data;
  const [draft, setDraft] = useState<MemberDraft>(() => memberDraft(member, settings));
  const [typedId, setTypedId] = useState<string>();
  const zones = useMemo(() => Intl.supportedValuesOf("timeZone"), []);
  const id = member?.id ?? typedId ?? newId(draft.name);
  const change = (part: Partial<MemberDraft>) => setDraft((former) => ({ ...former, ...part }));
  const { isBusy, problem, onSubmit } = useSubmit(async () => {
    await putMember(id, memberPut(draft), member?.version);
    onDone();
  });
  const teamIds = [...new Set([...(teams ?? []).map((team) => team.id), ...draft.teams])];
  return (
    <form className="record-form" onSubmit={onSubmit}>
      <TextInput
        label="Name"
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={problem?.of("name")}
        maxLength={200}
        required
        data-autofocus
      />
      {!member && (
        <TextInput
          label="Id"
          description="How other systems name this person; it stays."
          value={id}
          onChange={(event) => setTypedId(event.currentTarget.value)}
          error={problem?.of("id")}
          pattern={ID_PATTERN}
          required
        />
      )}
      <TextInput
        label="E-mail"
        type="email"
        value={draft.email}
        onChange={(event) => change({ email: event.currentTarget.value })}
        error={problem?.of("email")}
        maxLength={254}
      />
      <Select
        label="Role"
        data={ROLES}
        value={draft.role}
        onChange={(role) => role && change({ role: role as Role })}
        error={problem?.of("role")}
        allowDeselect={false}
      />
      <NumberInput
        label="Weekly hours"
        description="Empty: those of the workspace."
        placeholder={String(settings.default_weekly_hours)}
        value={draft.weeklyHours}
        onChange={(weeklyHours) => change({ weeklyHours })}
        error={problem?.of("weekly_hours")}
        min={0}
        max={168}
        decimalScale={2}
      />
      <Select
        label="Time zone"
        data={zones.includes(draft.timezone) ? zones : [draft.timezone, ...zones]}
        value={draft.timezone}
        onChange={(timezone) => timezone && change({ timezone })}
        error={problem?.of("timezone")}
        allowDeselect={false}
        searchable
        limit={50}
      />
      {teamIds.length > 0 && (
        <MultiSelect
          label="Teams"
          data={teamIds.map((team) => ({
            value: team,
            label: teams?.find((one) => one.id === team)?.name ?? team,
          }))}
          value={draft.teams}
          onChange={(chosen) => change({ teams: chosen })}
          error={problem?.of("teams")}
          searchable
        />
      )}
      {problem && <ProblemBox error={problem} />}
      <Button type="submit" loading={isBusy}>
        {member ? "Save" : "Add"}
      </Button>
    </form>
  );
}
