import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { can, useMe } from "../api/me";
import { Empty } from "../ui/Empty";
import { PageHead } from "../ui/PageHead";
import { Part } from "../ui/Part";
import { Forbidden } from "./Forbidden";
import { NewWebhookDialog } from "./NewWebhookDialog";
import { WebhookTable } from "./WebhookTable";
import { webhooksQuery } from "./webhooks";
import "./webhook.css";

export function WebhooksPage() {
  return can(useMe(), "time:webhooks") ? <Webhooks /> : <Forbidden />;
}

function Webhooks() {
  const [isNew, setNew] = useState(false);
  const webhooks = useQuery(webhooksQuery);
  const create = (
    <Button leftSection={<Plus size={16} />} onClick={() => setNew(true)}>
      New webhook
    </Button>
  );
  return (
    <>
      <PageHead title="Webhooks">
        <span className="grow" />
        {create}
      </PageHead>
      <Part query={webhooks} height={240}>
        {(all) =>
          all.length === 0 ? (
            <div className="card">
              <Empty title="No webhooks yet">
                Paste an address of yours, and it is told what happens here.
                {create}
              </Empty>
            </div>
          ) : (
            <WebhookTable webhooks={all} />
          )
        }
      </Part>
      <NewWebhookDialog opened={isNew} onClose={() => setNew(false)} />
    </>
  );
}
