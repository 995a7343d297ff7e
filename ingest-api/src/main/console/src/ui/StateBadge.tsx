import {
  Ban,
  Check,
  Circle,
  CircleDot,
  Clock,
  Flag,
  type LucideIcon,
  Pause,
  Play,
  X,
} from "lucide-react";

type Tone = "plain" | "ok" | "warn" | "bad" | "info";

/** How each state looks: never by colour alone. */
const STATES: Record<string, { icon: LucideIcon; tone: Tone; label: string }> = {
  draft: { icon: Circle, tone: "plain", label: "Draft" },
  submitted: { icon: CircleDot, tone: "info", label: "Submitted" },
  approved: { icon: Check, tone: "ok", label: "Approved" },
  rejected: { icon: X, tone: "bad", label: "Rejected" },
  running: { icon: Play, tone: "info", label: "Running" },
  needs_review: { icon: Flag, tone: "warn", label: "Needs review" },
  pending: { icon: Clock, tone: "info", label: "Pending" },
  held: { icon: Pause, tone: "warn", label: "Held" },
  delivered: { icon: Check, tone: "ok", label: "Delivered" },
  failed_permanent: { icon: X, tone: "bad", label: "Refused" },
  exhausted: { icon: X, tone: "bad", label: "Exhausted" },
  cancelled: { icon: Ban, tone: "plain", label: "Cancelled" },
  on: { icon: CircleDot, tone: "ok", label: "On" },
  off: { icon: X, tone: "bad", label: "Off" },
  paused: { icon: Pause, tone: "warn", label: "Paused" },
};

export function StateBadge({ state, label }: { state: string; label?: string }) {
  const look = STATES[state] ?? { icon: Circle, tone: "plain" as const, label: state };
  return (
    <span className="state" data-tone={look.tone}>
      <look.icon size={13} strokeWidth={2.4} aria-hidden />
      {label ?? look.label}
    </span>
  );
}
