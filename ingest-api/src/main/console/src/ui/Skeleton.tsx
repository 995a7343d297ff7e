/** Keeps the place of what is being loaded; invisible for a moment, so that fast answers do not flash. */
export function Skeleton({ height }: { height: number }) {
  return <div className="skeleton" style={{ height }} aria-hidden />;
}
