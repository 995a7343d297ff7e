import { Button, Modal, SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { can, useMe } from "../api/me";
import { Empty } from "../ui/Empty";
import { PageHead } from "../ui/PageHead";
import { Part } from "../ui/Part";
import { FindField } from "./FindField";
import { ProjectForm } from "./ProjectForm";
import { ProjectTable } from "./ProjectTable";
import { type ProjectFilter, projectPagesQuery } from "./projectPages";
import "./directory.css";

const route = getRouteApi("/shell/projects");

export function ProjectsPage() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const mayEdit = can(useMe(), "time:write:all");
  const projects = useQuery(projectPagesQuery(filter));
  const [isNew, setNew] = useState(false);
  const find = (q: string) => {
    const { q: _, ...rest } = filter;
    void navigate({ search: q ? { ...rest, q } : rest, replace: true });
  };
  const create = mayEdit && (
    <Button leftSection={<Plus size={16} />} onClick={() => setNew(true)}>
      New project
    </Button>
  );
  return (
    <>
      <PageHead title="Projects">
        <SegmentedControl
          size="sm"
          aria-label="Which projects"
          value={filter.archived ? "archived" : "used"}
          onChange={(value) => {
            const { archived: _, ...rest } = filter;
            void navigate({ search: value === "archived" ? { ...rest, archived: true } : rest });
          }}
          data={[
            { value: "used", label: "In use" },
            { value: "archived", label: "Archived" },
          ]}
        />
        <span className="grow" />
        <FindField label="Find a project" value={filter.q ?? ""} onFind={find} />
        {create}
      </PageHead>
      <Part query={projects} height={360}>
        {(found) =>
          found.length > 0 ? (
            <ProjectTable projects={found} />
          ) : (
            <div className="card">
              <Empty title={emptyTitle(filter)}>{!filter.q && !filter.archived && create}</Empty>
            </div>
          )
        }
      </Part>
      <Modal opened={isNew} onClose={() => setNew(false)} title="New project">
        <ProjectForm
          project={undefined}
          onDone={(id) => void navigate({ to: "/projects/$id", params: { id } })}
        />
      </Modal>
    </>
  );
}

function emptyTitle(filter: ProjectFilter): string {
  if (filter.q) return "No project fits";
  return filter.archived ? "No project is archived" : "No projects yet";
}
