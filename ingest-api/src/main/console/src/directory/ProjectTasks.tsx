import { Button, Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { can, useMe } from "../api/me";
import type { Project, Task } from "../api/resources";
import { Empty } from "../ui/Empty";
import { Part } from "../ui/Part";
import { projectTasksQuery } from "./projectPages";
import { TaskForm } from "./TaskForm";
import { TaskTable } from "./TaskTable";

export function ProjectTasks({ project }: { project: Project }) {
  const mayEdit = can(useMe(), "time:write:all");
  const tasks = useQuery(projectTasksQuery(project.id));
  const [opened, setOpened] = useState<Task | "new">();
  const task = opened === "new" ? undefined : tasks.data?.find((one) => one.id === opened?.id);
  const create = mayEdit && !project.archived && (
    <Button variant="default" leftSection={<Plus size={16} />} onClick={() => setOpened("new")}>
      New task
    </Button>
  );
  return (
    <section className="project-tasks" aria-labelledby="tasks">
      <div className="section-head">
        <h2 id="tasks">Tasks</h2>
        {create}
      </div>
      <Part query={tasks} height={200}>
        {(all) =>
          all.length > 0 ? (
            <TaskTable
              projectId={project.id}
              tasks={all}
              onEdit={mayEdit ? setOpened : undefined}
            />
          ) : (
            <div className="card">
              <Empty title="No tasks yet">Time can be tracked on the project alone, too.</Empty>
            </div>
          )
        }
      </Part>
      <Modal
        opened={opened !== undefined}
        onClose={() => setOpened(undefined)}
        title={opened === "new" ? "New task" : "Task"}
      >
        {opened && (
          <TaskForm
            key={task?.id ?? ""}
            project={project}
            task={task}
            onDone={() => setOpened(undefined)}
          />
        )}
      </Modal>
    </section>
  );
}
