import { Button, Chip, Group, Popover } from "@mantine/core";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useDirectory } from "../api/directory";
import { useSettings } from "../api/me";
import { ProjectLabel } from "../ui/ProjectLabel";
import { ProjectPicker } from "../ui/ProjectPicker";
import { type Work, workFields } from "../ui/work";
import { keyOf, type RowWork } from "./rows";

const OFFERED = 6;

interface Props {
  known: RowWork[];
  onAdd: (work: RowWork) => void;
}

/** A new row: what was worked on lately is one click away. */
export function AddRow({ known, onAdd }: Props) {
  const directory = useDirectory();
  const billable = useSettings().default_billable;
  const [isOpen, setOpen] = useState(false);
  const [work, setWork] = useState<Work>({ project_id: null, task_id: null });
  const add = () => {
    onAdd({ ...workFields(work), description: null, billable });
    setOpen(false);
  };
  return (
    <div className="add-row">
      <Popover opened={isOpen} onChange={setOpen} width={360} position="bottom-start" trapFocus>
        <Popover.Target>
          <Button
            variant="subtle"
            leftSection={<Plus size={14} />}
            onClick={() => setOpen(!isOpen)}
          >
            Add row
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <ProjectPicker label="Project and task" value={work} onChange={setWork} />
          <Button mt="lg" fullWidth onClick={add}>
            Add
          </Button>
        </Popover.Dropdown>
      </Popover>
      <Group gap={6}>
        {known.slice(0, OFFERED).map((one) => (
          <Chip
            key={keyOf(one)}
            size="xs"
            checked={false}
            onChange={() => onAdd(one)}
            variant="outline"
          >
            <ProjectLabel directory={directory} projectId={one.project_id} taskId={one.task_id} />
          </Chip>
        ))}
      </Group>
    </div>
  );
}
