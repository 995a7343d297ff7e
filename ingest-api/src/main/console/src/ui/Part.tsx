import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ProblemBox } from "./ProblemBox";
import { Skeleton } from "./Skeleton";

interface Props<T> {
  query: UseQueryResult<T>;
  height: number;
  children: (data: T) => ReactNode;
}

/** A part of a page that shows what was asked for, or that it is coming, or why it does not. */
export function Part<T>({ query, height, children }: Props<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ProblemBox error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton height={height} />;
}
