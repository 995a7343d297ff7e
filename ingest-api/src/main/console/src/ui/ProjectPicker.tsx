import { Combobox, InputBase, ScrollArea, useCombobox } from "@mantine/core";
import { ChevronsUpDown } from "lucide-react";
import { useMemo, useState } from "react";
import { type Directory, useDirectory } from "../api/directory";
import { hueStyle } from "./hue";
import { ProjectLabel } from "./ProjectLabel";
import { rank } from "./rank";
import type { Work } from "./work";

interface Props {
  value: Work;
  onChange: (work: Work) => void;
  label?: string;
  isQuiet?: boolean;
  disabled?: boolean;
}

interface Option extends Work {
  key: string;
  text: string;
}

const SHOWN = 60;

/** Picks a project or one of its tasks, by the name of either or of the client. */
export function ProjectPicker({ value, onChange, label, isQuiet, disabled }: Props) {
  const directory = useDirectory();
  const [query, setQuery] = useState("");
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setQuery("");
    },
    onDropdownOpen: () => {
      combobox.focusSearchInput();
      combobox.selectFirstOption();
    },
  });
  const options = useMemo(() => optionsOf(directory), [directory]);
  const found = useMemo(
    () =>
      (query === ""
        ? options.filter((option) => !option.task_id)
        : rank(options, query, (option) => option.text)
      ).slice(0, SHOWN),
    [options, query],
  );
  const pick = (key: string) => {
    const option = options.find((one) => one.key === key);
    onChange({ project_id: option?.project_id ?? null, task_id: option?.task_id ?? null });
    combobox.closeDropdown();
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={pick}
      width={320}
      position="bottom-start"
      disabled={disabled ?? false}
    >
      <Combobox.Target withAriaAttributes={false}>
        <InputBase
          component="button"
          type="button"
          pointer
          {...(label ? { label } : { "aria-label": "Project" })}
          variant={isQuiet ? "unstyled" : "default"}
          className={isQuiet ? "picker-quiet" : "picker"}
          rightSection={<ChevronsUpDown size={14} />}
          rightSectionPointerEvents="none"
          onClick={() => combobox.toggleDropdown()}
          disabled={disabled ?? false}
        >
          {value.project_id ? (
            <ProjectLabel
              directory={directory}
              projectId={value.project_id}
              taskId={value.task_id}
            />
          ) : (
            <span className="muted">Project</span>
          )}
        </InputBase>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            combobox.selectFirstOption();
          }}
          placeholder="Project, task or client"
          aria-label="Search projects and tasks"
        />
        <Combobox.Options>
          <ScrollArea.Autosize mah={280} type="auto">
            {query === "" && (
              <Combobox.Option value="">
                <span className="muted">No project</span>
              </Combobox.Option>
            )}
            {found.map((option) => (
              <Combobox.Option key={option.key} value={option.key}>
                <span className="project-label">
                  <span className="hue-dot" style={hueStyle(option.project_id)} />
                  <span>{option.text}</span>
                </span>
              </Combobox.Option>
            ))}
            {found.length === 0 && <Combobox.Empty>Nothing is called that</Combobox.Empty>}
          </ScrollArea.Autosize>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function optionsOf(directory: Directory): Option[] {
  const open = [...directory.projects.values()]
    .filter((project) => !project.archived && project.deleted_at === null)
    .sort((a, b) => a.name.localeCompare(b.name));
  const tasks = [...directory.tasks.values()].filter((task) => task.deleted_at === null);
  return open.flatMap((project) => {
    const client = directory.clientOf(project.id);
    const of = client ? ` · ${client}` : "";
    return [
      { key: project.id, project_id: project.id, task_id: null, text: project.name + of },
      ...tasks
        .filter((task) => task.project_id === project.id && task.completed_at === null)
        .map((task) => ({
          key: `${project.id} ${task.id}`,
          project_id: project.id,
          task_id: task.id,
          text: `${project.name} › ${task.name}`,
        })),
    ];
  });
}
