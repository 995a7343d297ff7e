import { Button } from "@mantine/core";
import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { client, read } from "../api/client";
import { useDirectory } from "../api/directory";
import { useMe } from "../api/me";
import type { AuditRecord } from "../api/resources";
import { printMoment } from "../time/zones";
import { ProblemBox } from "../ui/ProblemBox";
import { Skeleton } from "../ui/Skeleton";

const PART = 50;

const auditQuery = infiniteQueryOptions({
  queryKey: ["audit"],
  initialPageParam: undefined as string | undefined,
  staleTime: 0,
  queryFn: ({ pageParam }) =>
    read(
      client.GET("/api/v1/audit", {
        params: { query: { limit: PART, ...(pageParam && { cursor: pageParam }) } },
      }),
    ),
  getNextPageParam: (last) => last.pagination.next_cursor ?? undefined,
});

/** Who changed what, from where; each record unfolds into what was before and after. */
export function AuditList() {
  const pages = useInfiniteQuery(auditQuery);
  const directory = useDirectory();
  const zone = useMe().timezone;
  if (pages.error) return <ProblemBox error={pages.error} onRetry={() => void pages.refetch()} />;
  if (!pages.data) return <Skeleton height={400} />;
  const records = pages.data.pages.flatMap((page) => page.data);
  return (
    <>
      <div className="feed card">
        {records.map((record) => (
          <details key={record.sequence}>
            <summary className="feed-row">
              <span className="mono muted">#{record.sequence}</span>
              <span className="feed-event cut">{record.action}</span>
              <span className="cut">
                {directory.memberName(record.user_id)} <span className="muted">· {record.via}</span>
              </span>
              <span className="muted feed-time">{printMoment(record.at, zone, true)}</span>
            </summary>
            <Changes record={record} />
          </details>
        ))}
      </div>
      {pages.hasNextPage && (
        <Button
          variant="default"
          mt="lg"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          Earlier
        </Button>
      )}
    </>
  );
}

function Changes({ record }: { record: AuditRecord }) {
  return (
    <div className="changes">
      <div className="muted mono">
        {record.entity_type} {record.entity_id}
        {record.ip_address && ` · ${record.ip_address}`}
      </div>
      <pre className="json">{JSON.stringify(record.changes, null, 2)}</pre>
      <div className="muted mono cut">
        {record.hash} ← {record.previous_hash}
      </div>
    </div>
  );
}
