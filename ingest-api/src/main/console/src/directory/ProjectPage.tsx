import { Button, Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Archive, ArchiveRestore, ChevronLeft, List } from "lucide-react";
import { useState } from "react";
import { can, useMe } from "../api/me";
import type { Project } from "../api/resources";
import { CopyButton } from "../ui/CopyButton";
import { hueStyle } from "../ui/hue";
import { attempt } from "../ui/notify";
import { PageHead } from "../ui/PageHead";
import { Part } from "../ui/Part";
import { StateBadge } from "../ui/StateBadge";
import { ProjectFacts } from "./ProjectFacts";
import { ProjectForm } from "./ProjectForm";
import { ProjectTasks } from "./ProjectTasks";
import { projectQuery } from "./projectPages";
import { archiveProject } from "./projects";
import "./directory.css";

const route = getRouteApi("/shell/projects/$id");

export function ProjectPage() {
  const project = useQuery(projectQuery(route.useParams().id));
  return (
    <>
      <Link to="/projects" className="back">
        <ChevronLeft size={14} aria-hidden />
        Projects
      </Link>
      <Part query={project} height={480}>
        {(shown) => (
          <>
            <Head project={shown} />
            <ProjectFacts project={shown} />
            <ProjectTasks key={shown.id} project={shown} />
          </>
        )}
      </Part>
    </>
  );
}

function Head({ project }: { project: Project }) {
  const mayEdit = can(useMe(), "time:write:all");
  const [isEdited, setEdited] = useState(false);
  const title = (
    <span className="record-title">
      <span className="hue-dot" style={hueStyle(project.id)} />
      {project.name}
    </span>
  );
  return (
    <PageHead title={title}>
      {project.archived && <StateBadge state="cancelled" label="Archived" />}
      <span className="mono muted">{project.id}</span>
      <CopyButton value={project.id} label="Copy the id" />
      <span className="grow" />
      <Link to="/entries" search={{ project_id: project.id }} className="record-link">
        <List size={14} aria-hidden />
        Entries
      </Link>
      {mayEdit && (
        <>
          <Button
            variant="default"
            leftSection={project.archived ? <ArchiveRestore size={14} /> : <Archive size={14} />}
            onClick={() => attempt(archiveProject(project, !project.archived))}
          >
            {project.archived ? "Use again" : "Archive"}
          </Button>
          <Button onClick={() => setEdited(true)}>Edit</Button>
        </>
      )}
      <Modal opened={isEdited} onClose={() => setEdited(false)} title="Project">
        <ProjectForm project={project} onDone={() => setEdited(false)} />
      </Modal>
    </PageHead>
  );
}
