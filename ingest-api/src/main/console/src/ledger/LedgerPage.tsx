import { Tabs } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { can, useMe } from "../api/me";
import { PageHead } from "../ui/PageHead";
import { AuditList } from "./AuditList";
import { FeedList } from "./FeedList";
import { VerifyPanel } from "./VerifyPanel";
import "./ledger.css";

const route = getRouteApi("/shell/ledger");

export function LedgerPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayAudit = can(useMe(), "time:audit");
  return (
    <>
      <PageHead title="Ledger" />
      <Tabs
        value={search.tab ?? "feed"}
        onChange={(tab) =>
          void navigate({ search: { tab: tab as "feed" | "audit" | "verify" }, replace: true })
        }
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="feed">Feed</Tabs.Tab>
          {mayAudit && <Tabs.Tab value="audit">Audit</Tabs.Tab>}
          {mayAudit && <Tabs.Tab value="verify">Verify</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="feed">
          <FeedList />
        </Tabs.Panel>
        {mayAudit && (
          <Tabs.Panel value="audit">
            <AuditList />
          </Tabs.Panel>
        )}
        {mayAudit && (
          <Tabs.Panel value="verify">
            <VerifyPanel />
          </Tabs.Panel>
        )}
      </Tabs>
    </>
  );
}
