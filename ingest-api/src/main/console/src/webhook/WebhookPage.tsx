import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import { useState } from "react";
import { can, useMe } from "../api/me";
import type { Webhook } from "../api/resources";
import { Part } from "../ui/Part";
import { DeliveryDrawer } from "./DeliveryDrawer";
import { DeliveryFilters } from "./DeliveryFilters";
import { DeliveryList } from "./DeliveryList";
import { type DeliveryFilter, filterOf } from "./deliveryFilter";
import { Forbidden } from "./Forbidden";
import { ReplayDialog } from "./ReplayDialog";
import { ReplayProgress } from "./ReplayProgress";
import { WebhookHead } from "./WebhookHead";
import { webhookQuery } from "./webhooks";
import "./webhook.css";

const route = getRouteApi("/shell/webhooks/$id");

export function WebhookPage() {
  const { id } = route.useParams();
  return can(useMe(), "time:webhooks") ? <Found key={id} id={id} /> : <Forbidden />;
}

function Found({ id }: { id: string }) {
  return (
    <>
      <Link to="/webhooks" className="webhook-back muted">
        <ChevronLeft size={14} aria-hidden /> Webhooks
      </Link>
      <Part query={useQuery(webhookQuery(id))} height={320}>
        {(webhook) => <Endpoint webhook={webhook} />}
      </Part>
    </>
  );
}

function Endpoint({ webhook }: { webhook: Webhook }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [replayed, setReplayed] = useState<DeliveryFilter>();
  const filter = filterOf(search);
  const open = (delivery: string | undefined) =>
    void navigate({
      search: ({ delivery: _, ...rest }) => ({ ...rest, ...(delivery && { delivery }) }),
    });
  const follow = (replay: string | undefined) =>
    void navigate({ search: ({ replay: _, ...rest }) => ({ ...rest, ...(replay && { replay }) }) });
  const narrow = (next: DeliveryFilter) =>
    void navigate({ search: { ...next, ...(search.replay && { replay: search.replay }) } });
  return (
    <>
      <WebhookHead webhook={webhook} onReplay={() => setReplayed({ ...filter })} />
      {search.replay && (
        <ReplayProgress
          webhookId={webhook.id}
          replayId={search.replay}
          onClose={() => follow(undefined)}
        />
      )}
      <h2 className="webhook-title">Deliveries</h2>
      <DeliveryFilters filter={filter} onChange={narrow} onOpen={open} />
      <DeliveryList
        webhookId={webhook.id}
        filter={filter}
        onChange={narrow}
        opened={search.delivery}
        onOpen={open}
      />
      <DeliveryDrawer
        webhookId={webhook.id}
        deliveryId={search.delivery}
        onOpen={open}
        onClose={() => open(undefined)}
      />
      <ReplayDialog
        webhookId={webhook.id}
        filter={replayed}
        onStarted={follow}
        onClose={() => setReplayed(undefined)}
      />
    </>
  );
}
