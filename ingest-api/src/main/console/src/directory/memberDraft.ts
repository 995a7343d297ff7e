import type { Member, MemberPut, Settings } from "../api/resources";

export type Role = Member["role"];

export const ROLES: { value: Role; label: string }[] = [
  { value: "owner", label: "Owner" },
  { value: "admin", label: "Admin" },
  { value: "manager", label: "Manager" },
  { value: "member", label: "Member" },
  { value: "viewer", label: "Viewer" },
];

/** A member as the form has it. */
export interface MemberDraft {
  name: string;
  email: string;
  role: Role;
  timezone: string;
  /** Empty for the workspace's own. */
  weeklyHours: number | string;
  teams: string[];
}

export function memberDraft(member: Member | undefined, settings: Settings): MemberDraft {
  return {
    name: member?.name ?? "",
    email: member?.email ?? "",
    role: member?.role ?? "member",
    timezone: member?.timezone ?? settings.timezone,
    weeklyHours: member?.weekly_hours ?? "",
    teams: member?.teams ?? [],
  };
}

/** The whole record: what is not named in a PUT would be lost. */
export function memberPut(draft: MemberDraft): MemberPut {
  return {
    name: draft.name.trim() || null,
    email: draft.email.trim() || null,
    role: draft.role,
    timezone: draft.timezone,
    weekly_hours: draft.weeklyHours === "" ? null : Number(draft.weeklyHours),
    teams: draft.teams,
  };
}

export function roleLabel(role: Role): string {
  return ROLES.find(({ value }) => value === role)?.label ?? role;
}
