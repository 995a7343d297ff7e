import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { teamsQuery } from "../api/directory";
import { useSettings } from "../api/me";
import type { Member } from "../api/resources";
import { StateBadge } from "../ui/StateBadge";
import { roleLabel } from "./memberDraft";

interface Props {
  members: Member[];
  /** Absent for whoever may only look. */
  onEdit: ((member: Member) => void) | undefined;
  onLink: ((member: Member) => void) | undefined;
}

export function MemberTable({ members, onEdit, onLink }: Props) {
  const teams = useQuery(teamsQuery).data ?? [];
  const usual = useSettings().default_weekly_hours;
  const teamName = (id: string) => teams.find((team) => team.id === id)?.name ?? id;
  return (
    <div className="table-frame">
      <table className="table member-table">
        <thead>
          <tr>
            <th>Name</th>
            <th>Role</th>
            <th className="figure">Weekly hours</th>
            <th>Teams</th>
            <th>State</th>
            <th aria-label="Actions" />
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <td data-label="Name">
                <span className="member-name">
                  <strong>{member.name ?? member.id}</strong>
                  <span className="muted cut">{member.email ?? member.id}</span>
                </span>
              </td>
              <td data-label="Role">{roleLabel(member.role)}</td>
              <td data-label="Hours" className="figure">
                {member.weekly_hours ?? <span className="muted">{usual}</span>}
              </td>
              <td data-label="Teams">
                <span className="chips">
                  {member.teams.map((team) => (
                    <span key={team} className="chip">
                      {teamName(team)}
                    </span>
                  ))}
                </span>
              </td>
              <td data-label="State">
                {member.active ? (
                  <StateBadge state="on" label="Active" />
                ) : (
                  <StateBadge state="cancelled" label="Left" />
                )}
              </td>
              <td>
                <span className="row-actions">
                  {onLink && member.active && (
                    <Tooltip label="Sign-in link">
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={`Sign-in link for ${member.name ?? member.id}`}
                        onClick={() => onLink(member)}
                      >
                        <KeyRound size={16} />
                      </ActionIcon>
                    </Tooltip>
                  )}
                  {onEdit && (
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={`Edit ${member.name ?? member.id}`}
                      onClick={() => onEdit(member)}
                    >
                      Edit
                    </Button>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
