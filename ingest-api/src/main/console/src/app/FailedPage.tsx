import type { ErrorComponentProps } from "@tanstack/react-router";
import { ProblemBox } from "../ui/ProblemBox";

/** A page that could not even begin. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  return (
    <div className="page">
      <ProblemBox error={error} onRetry={reset} />
    </div>
  );
}
