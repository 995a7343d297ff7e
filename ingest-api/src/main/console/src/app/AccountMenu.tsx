import { Menu, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { Keyboard, LogOut, Monitor, Moon, Rows3, Sun } from "lucide-react";
import { useState } from "react";
import { useMe } from "../api/me";
import { signOut } from "../session/session";
import { browserZone, printZone } from "../time/zones";
import { attempt } from "../ui/notify";
import { density, setDensity } from "./density";

export function AccountMenu({ onKeys }: { onKeys: () => void }) {
  const me = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [isCompact, setCompact] = useState(density() === "compact");
  const name = me.name ?? me.user_id;
  const leave = async () => {
    await signOut();
    globalThis.location.assign("/console/enter");
  };
  return (
    <Menu position="top-start" width={240}>
      <Menu.Target>
        <UnstyledButton className="account" title={`Account of ${name}`}>
          <span className="avatar" aria-hidden>
            {initials(name)}
          </span>
          <span className="side-text cut">{name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.email ?? me.user_id} · {me.role}
          <br />
          {printZone(me.timezone)}
          {browserZone() !== me.timezone && ` (this browser: ${printZone(browserZone())})`}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item
          leftSection={<Monitor size={16} />}
          onClick={() => setColorScheme("auto")}
          aria-checked={colorScheme === "auto"}
          role="menuitemradio"
        >
          As the system
        </Menu.Item>
        <Menu.Item
          leftSection={<Sun size={16} />}
          onClick={() => setColorScheme("light")}
          aria-checked={colorScheme === "light"}
          role="menuitemradio"
        >
          Light
        </Menu.Item>
        <Menu.Item
          leftSection={<Moon size={16} />}
          onClick={() => setColorScheme("dark")}
          aria-checked={colorScheme === "dark"}
          role="menuitemradio"
        >
          Dark
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<Rows3 size={16} />}
          onClick={() => {
            setDensity(isCompact ? "cosy" : "compact");
            setCompact(!isCompact);
          }}
        >
          {isCompact ? "Cosy rows" : "Compact rows"}
        </Menu.Item>
        <Menu.Item leftSection={<Keyboard size={16} />} onClick={onKeys}>
          Keys
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={16} />} onClick={() => attempt(leave())}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return (
    (words[0]?.[0] ?? "?") + (words.length > 1 ? (words.at(-1)?.[0] ?? "") : "")
  ).toUpperCase();
}
