import type { ReactNode } from "react";

/** One sentence on why there is nothing, and the one next action. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <strong>{title}</strong>
      {children}
    </div>
  );
}
