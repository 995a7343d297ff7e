import { Button, Drawer, Group } from "@mantine/core";
import { UserMinus, UserPlus } from "lucide-react";
import { useState } from "react";
import { useSettings } from "../api/me";
import type { Member } from "../api/resources";
import { Confirm } from "../ui/Confirm";
import { CopyButton } from "../ui/CopyButton";
import { attempt } from "../ui/notify";
import { MemberForm } from "./MemberForm";
import { memberDraft, memberPut } from "./memberDraft";
import { endMember, putMember } from "./members";

interface Props {
  opened: boolean;
  /** Absent for a new one. */
  member: Member | undefined;
  onClose: () => void;
}

export function MemberDrawer({ opened, member, onClose }: Props) {
  const settings = useSettings();
  const [isLeaving, setLeaving] = useState(false);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={440}
      title={member ? (member.name ?? member.id) : "Add somebody"}
      transitionProps={{ duration: 120 }}
    >
      {member && (
        <Group gap="sm" mb="lg">
          <span className="mono muted">{member.id}</span>
          <CopyButton value={member.id} label="Copy the id" />
          {member.active ? (
            <Button
              ms="auto"
              variant="subtle"
              color="gray"
              leftSection={<UserMinus size={14} />}
              onClick={() => setLeaving(true)}
            >
              Leaves…
            </Button>
          ) : (
            <Button
              ms="auto"
              variant="default"
              leftSection={<UserPlus size={14} />}
              onClick={() =>
                attempt(
                  putMember(member.id, memberPut(memberDraft(member, settings)), member.version),
                )
              }
            >
              Take back
            </Button>
          )}
        </Group>
      )}
      {opened && (member === undefined || member.active) && (
        <MemberForm key={member?.id ?? ""} member={member} onDone={onClose} />
      )}
      {member?.active === false && (
        <p className="muted">Has left the workspace. The time stays; nothing new can be tracked.</p>
      )}
      <Confirm
        opened={isLeaving}
        title={`${member?.name ?? member?.id ?? ""} leaves?`}
        action="Leaves"
        onClose={() => setLeaving(false)}
        onConfirm={async () => {
          if (member) await endMember(member);
        }}
      >
        Tokens and sessions end at once and no new time is taken. History stays, and coming back is
        possible; the tokens do not come back.
      </Confirm>
    </Drawer>
  );
}
