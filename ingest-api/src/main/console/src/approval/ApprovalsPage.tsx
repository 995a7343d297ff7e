import { Button, Checkbox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { useDirectory } from "../api/directory";
import type { WaitingTimesheet } from "../api/resources";
import { approvalsQuery, moveSheet } from "../api/timesheets";
import { Empty } from "../ui/Empty";
import { attempt } from "../ui/notify";
import { PageHead } from "../ui/PageHead";
import { Part } from "../ui/Part";
import { approveAll } from "./approveAll";
import { QueueTable } from "./QueueTable";
import { RejectDialog } from "./RejectDialog";
import { Review } from "./Review";
import "./approval.css";

const route = getRouteApi("/shell/approvals");

export function ApprovalsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const waiting = useQuery(approvalsQuery);
  const directory = useDirectory();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [rejected, setRejected] = useState<WaitingTimesheet>();
  const [refusals, setRefusals] = useState<string[]>([]);
  const sheets = useMemo(() => waiting.data ?? [], [waiting.data]);
  const current = sheets.find((sheet) => sheet.id === search.sheet) ?? sheets[0];

  const open = (sheet: WaitingTimesheet | undefined) => {
    if (sheet) void navigate({ search: { sheet: sheet.id }, replace: true });
  };
  const toggle = (sheet: WaitingTimesheet) => {
    const next = new Set(selected);
    if (!next.delete(sheet.id)) next.add(sheet.id);
    setSelected(next);
  };
  const approveSelected = async () => {
    const results = await approveAll([...selected]);
    const refused = results.filter((result) => result.status === "refused");
    setRefusals(refused.map((result) => result.message ?? result.code ?? "refused"));
    setSelected(new Set(refused.map((result) => result.id)));
  };

  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || target.closest?.("input, textarea, [role=dialog]")) {
        return;
      }
      const index = current ? sheets.indexOf(current) : -1;
      if (event.key === "j") open(sheets[index + 1]);
      else if (event.key === "k") open(sheets[index - 1]);
      else if (event.key === "x" && current) toggle(current);
      else if (event.key === "a" && current) attempt(moveSheet(current, "approve"));
      else if (event.key === "r" && current) setRejected(current);
    };
    document.addEventListener("keydown", down);
    return () => document.removeEventListener("keydown", down);
  });

  return (
    <>
      <PageHead title="Approvals">
        {sheets.length > 0 && <span className="muted">{sheets.length} wait for you</span>}
        <span className="grow" />
        {sheets.length > 0 && (
          <>
            <Checkbox
              label="all"
              checked={selected.size === sheets.length}
              indeterminate={selected.size > 0 && selected.size < sheets.length}
              onChange={() =>
                setSelected(
                  selected.size === sheets.length
                    ? new Set()
                    : new Set(sheets.map((sheet) => sheet.id)),
                )
              }
            />
            <Button disabled={selected.size === 0} onClick={() => attempt(approveSelected())}>
              Approve {selected.size || ""} selected
            </Button>
          </>
        )}
      </PageHead>
      {refusals.map((refusal) => (
        <p key={refusal} className="state" data-tone="bad" role="alert">
          {refusal}
        </p>
      ))}
      <Part query={waiting} height={360}>
        {(all) =>
          all.length === 0 ? (
            <div className="card">
              <Empty title="Nothing waits for you">
                Timesheets appear here when somebody submits them.
              </Empty>
            </div>
          ) : (
            <div className="approvals">
              <QueueTable
                sheets={all}
                current={current}
                selected={selected}
                directory={directory}
                onToggle={toggle}
                onOpen={open}
              />
              {current && (
                <Review
                  sheet={current}
                  directory={directory}
                  onApprove={() => attempt(moveSheet(current, "approve"))}
                  onReject={() => setRejected(current)}
                />
              )}
            </div>
          )
        }
      </Part>
      <RejectDialog
        sheet={rejected}
        name={directory.memberName(rejected?.user_id)}
        onClose={() => setRejected(undefined)}
      />
    </>
  );
}
