import type { ReactNode } from "react";
import { can, useMe } from "../api/me";
import type { Permission } from "../api/resources";
import { Empty } from "./Empty";

/** A page that only some may see; to others its address says what is missing. */
export function Guarded({ needs, children }: { needs: Permission; children: ReactNode }) {
  if (can(useMe(), needs)) return <>{children}</>;
  return (
    <div className="card">
      <Empty title="You may not see this page">
        <span>
          It needs <span className="mono">{needs}</span>. Ask an owner or an admin of the workspace.
        </span>
      </Empty>
    </div>
  );
}
