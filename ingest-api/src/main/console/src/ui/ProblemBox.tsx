import { Button } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { asProblem } from "../api/problem";
import { errorText } from "../messages/errors";

interface Props {
  error: unknown;
  onRetry?: () => void;
  children?: ReactNode;
}

/** What went wrong inside a part of a page; the rest of the page stays. */
export function ProblemBox({ error, onRetry, children }: Props) {
  const problem = asProblem(error);
  const text = errorText(problem.code);
  return (
    <div className="problem" role="alert">
      <TriangleAlert size={16} aria-hidden />
      <div>
        <div>{text}</div>
        {problem.message !== text && <div className="muted">{problem.message}</div>}
        {problem.details.map((detail) => (
          <div key={detail.field} className="muted">
            <span className="mono">{detail.field}</span>: {detail.message}
          </div>
        ))}
        {problem.status >= 500 && problem.requestId && (
          <div className="mono muted">{problem.requestId}</div>
        )}
        {children}
        {onRetry && (
          <Button variant="default" size="compact-sm" mt={8} onClick={onRetry}>
            Try again
          </Button>
        )}
      </div>
    </div>
  );
}
