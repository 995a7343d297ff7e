import {
  CalendarDays,
  ChartNoAxesColumn,
  Check,
  Clock,
  Folder,
  KeyRound,
  Link2,
  List,
  type LucideIcon,
  Settings,
  Users,
  Webhook,
} from "lucide-react";
import { can } from "../api/me";
import type { Me, Permission } from "../api/resources";

export interface Place {
  to: string;
  label: string;
  icon: LucideIcon;
  /** The key after `G`. */
  key: string;
  needs: Permission;
  group: "time" | "insight" | "system";
}

/** Every page of the menu, in its order. A page is listed as soon as it works. */
const PLACES: readonly Place[] = [
  { to: "/timer", label: "Timer", icon: Clock, key: "t", needs: "time:write", group: "time" },
  {
    to: "/timesheet",
    label: "Timesheet",
    icon: CalendarDays,
    key: "s",
    needs: "time:write",
    group: "time",
  },
  { to: "/entries", label: "Entries", icon: List, key: "e", needs: "time:read", group: "time" },
  {
    to: "/approvals",
    label: "Approvals",
    icon: Check,
    key: "a",
    needs: "time:approve",
    group: "insight",
  },
  {
    to: "/reports",
    label: "Reports",
    icon: ChartNoAxesColumn,
    key: "r",
    needs: "time:read",
    group: "insight",
  },
  {
    to: "/projects",
    label: "Projects",
    icon: Folder,
    key: "p",
    needs: "time:read",
    group: "insight",
  },
  {
    to: "/people",
    label: "People",
    icon: Users,
    key: "m",
    needs: "time:read:all",
    group: "system",
  },
  {
    to: "/webhooks",
    label: "Webhooks",
    icon: Webhook,
    key: "w",
    needs: "time:webhooks",
    group: "system",
  },
  { to: "/ledger", label: "Ledger", icon: Link2, key: "l", needs: "time:read", group: "system" },
  { to: "/tokens", label: "Tokens", icon: KeyRound, key: "k", needs: "time:read", group: "system" },
  {
    to: "/settings",
    label: "Settings",
    icon: Settings,
    key: "c",
    needs: "time:settings",
    group: "system",
  },
];

export function placesOf(me: Me): Place[] {
  return PLACES.filter((place) => can(me, place.needs));
}

export function placeAt(path: string): Place | undefined {
  return PLACES.find((place) => path === place.to || path.startsWith(`${place.to}/`));
}
