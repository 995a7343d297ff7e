import { Modal } from "@mantine/core";
import { type KeyboardEvent, useMemo, useState } from "react";
import { rank } from "../ui/rank";

export interface Command {
  id: string;
  label: string;
  hint?: string | undefined;
  run: () => void;
}

interface Props {
  opened: boolean;
  onClose: () => void;
  commands: Command[];
}

const SHOWN = 12;

/** Finds pages, actions, projects and people by their beginnings. */
export function Palette({ opened, onClose, commands }: Props) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      yOffset="12dvh"
      centered={false}
      size={560}
    >
      {opened && <Finder commands={commands} onClose={onClose} />}
    </Modal>
  );
}

function Finder({ commands, onClose }: { commands: Command[]; onClose: () => void }) {
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const found = useMemo(
    () => rank(commands, query, (command) => command.label).slice(0, SHOWN),
    [commands, query],
  );
  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const down = (event: KeyboardEvent) => {
    if (event.key === "Enter") run(found[chosen]);
    else if (event.key === "ArrowDown") setChosen((index) => Math.min(index + 1, found.length - 1));
    else if (event.key === "ArrowUp") setChosen((index) => Math.max(index - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <div className="palette">
      <input
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={found[chosen] ? `palette-${chosen}` : undefined}
        aria-label="Find"
        placeholder="Find a page, an action, a project…"
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={down}
        data-autofocus
      />
      <div id="palette-list" role="listbox" aria-label="Found" tabIndex={-1}>
        {found.map((command, index) => (
          <div
            key={command.id}
            id={`palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onPointerMove={() => setChosen(index)}
            onClick={() => run(command)}
            onKeyDown={down}
          >
            <span className="cut">{command.label}</span>
            {command.hint && <span className="muted">{command.hint}</span>}
          </div>
        ))}
        {found.length === 0 && <p className="muted">Nothing is called that.</p>}
      </div>
    </div>
  );
}
