import { Link } from "@tanstack/react-router";
import type { Webhook } from "../api/resources";
import { CopyButton } from "../ui/CopyButton";
import { StateBadge } from "../ui/StateBadge";
import { HealthCells } from "./HealthCells";
import { stateOf } from "./health";

export function WebhookTable({ webhooks }: { webhooks: Webhook[] }) {
  return (
    <div className="table-frame">
      <table className="table webhook-table">
        <thead>
          <tr>
            <th>Endpoint</th>
            <th>State</th>
            <th>Events</th>
            <th className="figure">Delivered</th>
            <th className="figure">Oldest due</th>
          </tr>
        </thead>
        <tbody>
          {webhooks.map((webhook) => (
            <Row key={webhook.id} webhook={webhook} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ webhook }: { webhook: Webhook }) {
  const { state, label } = stateOf(webhook);
  return (
    <tr>
      <td>
        <div className="webhook-endpoint">
          <Link to="/webhooks/$id" params={{ id: webhook.id }} className="webhook-link">
            {webhook.description || new URL(webhook.url).host}
          </Link>
          <span className="webhook-url">
            <span className="mono muted cut">{webhook.url}</span>
            <CopyButton value={webhook.id} label="Copy the id" />
          </span>
        </div>
      </td>
      <td data-label="State">
        <StateBadge state={state} label={label} />
      </td>
      <td data-label="Events">
        <Events names={webhook.events} />
      </td>
      <HealthCells webhook={webhook} />
    </tr>
  );
}

const SHOWN = 2;

function Events({ names }: { names: string[] }) {
  return (
    <span className="webhook-events" title={names.join(", ")}>
      {names.slice(0, SHOWN).map((name) => (
        <span key={name} className="chip">
          {name === "*" ? "everything" : name}
        </span>
      ))}
      {names.length > SHOWN && <span className="muted">+{names.length - SHOWN}</span>}
    </span>
  );
}
