import { Menu, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Ellipsis, Search } from "lucide-react";
import { can, useMe } from "../api/me";
import { approvalsQuery } from "../api/timesheets";
import { useLiveState } from "../live/useLive";
import { Brand } from "../ui/Brand";
import { AccountMenu } from "./AccountMenu";
import type { Place } from "./navigation";

interface Props {
  places: Place[];
  onFind: () => void;
  onKeys: () => void;
}

export function SideBar({ places, onFind, onKeys }: Props) {
  const groups = ["time", "insight", "system"] as const;
  return (
    <nav className="side" aria-label="Pages">
      <div className="side-brand">
        <Brand />
      </div>
      <UnstyledButton className="side-find" onClick={onFind} title="Find">
        <Search size={16} aria-hidden />
        <span className="side-text">Find</span>
        <kbd className="kbd side-text">Ctrl K</kbd>
      </UnstyledButton>
      {groups.map((group) => (
        <ul key={group}>
          {places
            .filter((place) => place.group === group)
            .map((place) => (
              <li key={place.to}>
                <Link to={place.to} className="side-link" activeProps={{ "data-active": "" }}>
                  <place.icon size={17} aria-hidden />
                  <span className="side-text">{place.label}</span>
                  {place.to === "/approvals" && <Waiting />}
                </Link>
              </li>
            ))}
        </ul>
      ))}
      <div className="side-end">
        <AccountMenu onKeys={onKeys} />
        <LiveDot />
      </div>
    </nav>
  );
}

/** For narrow screens: what is used most, and the rest behind one button. */
export function BottomBar({ places }: { places: Place[] }) {
  const shown = places.filter((place) => place.to !== "/entries").slice(0, 3);
  const rest = places.filter((place) => !shown.includes(place));
  return (
    <nav className="bottom" aria-label="Pages">
      {shown.map((place) => (
        <Link
          key={place.to}
          to={place.to}
          className="bottom-link"
          activeProps={{ "data-active": "" }}
        >
          <place.icon size={20} aria-hidden />
          {place.label}
        </Link>
      ))}
      <Menu position="top-end" width={220}>
        <Menu.Target>
          <UnstyledButton className="bottom-link">
            <Ellipsis size={20} aria-hidden />
            More
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {rest.map((place) => (
            <Menu.Item
              key={place.to}
              component={Link}
              to={place.to}
              leftSection={<place.icon size={16} />}
            >
              {place.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}

function Waiting() {
  const me = useMe();
  const waiting = useQuery({ ...approvalsQuery, enabled: can(me, "time:approve") }).data?.length;
  return waiting ? (
    <span className="side-count" role="img" aria-label={`${waiting} waiting`}>
      {waiting}
    </span>
  ) : null;
}

const LIVE_TEXTS = {
  connecting: "connecting",
  live: "live",
  offline: "offline, trying again",
  signed_out: "signed out",
};

function LiveDot() {
  const state = useLiveState();
  return (
    <span className="live" data-state={state}>
      <span className="side-text">{LIVE_TEXTS[state]}</span>
    </span>
  );
}
