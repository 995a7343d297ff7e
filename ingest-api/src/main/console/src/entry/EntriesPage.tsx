import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Download } from "lucide-react";
import { useMemo, useState } from "react";
import type { EntryFilter } from "../api/entries";
import type { TimeEntry } from "../api/resources";
import { Empty } from "../ui/Empty";
import { EntryDrawer, type Opened } from "../ui/EntryDrawer";
import { PageHead } from "../ui/PageHead";
import { ProblemBox } from "../ui/ProblemBox";
import { Skeleton } from "../ui/Skeleton";
import { BulkBar } from "./BulkBar";
import { EntryTable } from "./EntryTable";
import { entryPagesQuery } from "./entryPages";
import { exportAddress } from "./exportAddress";
import { Filters } from "./Filters";
import "./entry.css";

const route = getRouteApi("/shell/entries");

export function EntriesPage() {
  const filter: EntryFilter = route.useSearch();
  const navigate = route.useNavigate();
  const pages = useInfiniteQuery(entryPagesQuery(filter));
  const [opened, setOpened] = useState<Opened>();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const entries = useMemo(
    () => (pages.data?.pages ?? []).flatMap((page) => page.data as TimeEntry[]),
    [pages.data],
  );
  const change = (next: EntryFilter) => {
    setSelected(new Set());
    void navigate({ search: next });
  };
  const count = Object.keys(filter).length;
  return (
    <>
      <PageHead title="Entries">
        <span className="grow" />
        <Button
          component="a"
          href={exportAddress(filter)}
          variant="default"
          leftSection={<Download size={14} />}
          download
        >
          CSV
        </Button>
      </PageHead>
      <Filters filter={filter} onChange={change} />
      {pages.error && <ProblemBox error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton height={480} />}
      {pages.data && entries.length === 0 && (
        <div className="card">
          <Empty title={count > 0 ? "No entry fits" : "No entries yet"}>
            {count > 0 && (
              <Button variant="default" onClick={() => change({})}>
                {count === 1 ? "Clear the filter" : `Clear ${count} filters`}
              </Button>
            )}
          </Empty>
        </div>
      )}
      {entries.length > 0 && (
        <EntryTable
          entries={entries}
          hasMore={pages.hasNextPage}
          onMore={() => void pages.fetchNextPage()}
          selected={selected}
          onSelect={setSelected}
          onOpen={(entry) => setOpened({ entry })}
        />
      )}
      {selected.size > 0 && (
        <BulkBar
          entries={entries.filter((entry) => selected.has(entry.id))}
          onDone={() => setSelected(new Set())}
        />
      )}
      <EntryDrawer opened={opened} onClose={() => setOpened(undefined)} />
    </>
  );
}
