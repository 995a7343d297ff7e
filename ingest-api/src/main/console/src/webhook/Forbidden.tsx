import { Empty } from "../ui/Empty";

export function Forbidden() {
  return (
    <Empty title="Not yours to see">
      <span>
        This needs <code className="mono">time:webhooks</code>. Owners and admins have it.
      </span>
    </Empty>
  );
}
