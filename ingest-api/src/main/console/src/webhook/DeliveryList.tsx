import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo } from "react";
import { useMe } from "../api/me";
import { Empty } from "../ui/Empty";
import { ProblemBox } from "../ui/ProblemBox";
import { Skeleton } from "../ui/Skeleton";
import { DeliveryTable } from "./DeliveryTable";
import { deliveryPagesQuery } from "./deliveries";
import { type DeliveryFilter, deliveryParameters, filterCount } from "./deliveryFilter";

/** So many parts are searched for an event by themselves, before somebody is asked. */
const SEARCHED_PARTS = 10;

interface Props {
  webhookId: string;
  filter: DeliveryFilter;
  onChange: (filter: DeliveryFilter) => void;
  opened: string | undefined;
  onOpen: (deliveryId: string) => void;
}

/** The deliveries that fit. The API does not know the filter by event, so that one is searched. */
export function DeliveryList({ webhookId, filter, onChange, opened, onOpen }: Props) {
  const zone = useMe().timezone;
  const pages = useInfiniteQuery(deliveryPagesQuery(webhookId, deliveryParameters(filter, zone)));
  const rows = useMemo(() => {
    const all = (pages.data?.pages ?? []).flatMap((page) => page.data);
    return filter.id ? all.filter((row) => row.event_id === filter.id) : all;
  }, [pages.data, filter.id]);
  const { hasNextPage, isFetching, fetchNextPage } = pages;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const parts = pages.data?.pages.length ?? 0;
  const isSearching = filter.id !== undefined && rows.length === 0 && hasNextPage;
  useEffect(() => {
    if (isSearching && !isFetching && parts < SEARCHED_PARTS) more();
  }, [isSearching, isFetching, parts, more]);

  if (!pages.data) {
    return pages.error ? (
      <ProblemBox error={pages.error} onRetry={() => void pages.refetch()} />
    ) : (
      <Skeleton height={320} />
    );
  }
  if (rows.length === 0) {
    return (
      <div className="card">
        <None
          filter={filter}
          isSearching={isSearching}
          isFetching={isFetching}
          onMore={more}
          onClear={() => onChange({})}
        />
      </div>
    );
  }
  return (
    <>
      {pages.error && <ProblemBox error={pages.error} onRetry={() => void pages.refetch()} />}
      <DeliveryTable
        deliveries={rows}
        hasMore={hasNextPage && !isFetching && filter.id === undefined}
        onMore={more}
        opened={opened}
        onOpen={onOpen}
      />
    </>
  );
}

interface NoneProps {
  filter: DeliveryFilter;
  isSearching: boolean;
  isFetching: boolean;
  onMore: () => void;
  onClear: () => void;
}

function None({ filter, isSearching, isFetching, onMore, onClear }: NoneProps) {
  const count = filterCount(filter);
  if (count === 0) {
    return <Empty title="Nothing sent yet">Press Test to see how your endpoint answers.</Empty>;
  }
  return (
    <Empty title={isSearching && isFetching ? "Searching…" : "No delivery fits"}>
      {isSearching && !isFetching && (
        <Button variant="default" onClick={onMore}>
          Search further back
        </Button>
      )}
      <Button variant="default" onClick={onClear}>
        {count === 1 ? "Clear the filter" : `Clear ${count} filters`}
      </Button>
    </Empty>
  );
}
