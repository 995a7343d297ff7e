import { ActionIcon, Tooltip } from "@mantine/core";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useDirectory } from "../api/directory";
import { useMe } from "../api/me";
import type { ListedToken } from "../api/resources";
import { serverNow } from "../time/serverClock";
import { instantMillis, printAgo, printMoment } from "../time/zones";
import { Confirm } from "../ui/Confirm";
import { CopyButton } from "../ui/CopyButton";
import { revokeToken } from "./tokens";

const SOON_MILLIS = 14 * 86_400_000;

export function TokenTable({ tokens }: { tokens: ListedToken[] }) {
  const [revoked, setRevoked] = useState<ListedToken>();
  const directory = useDirectory();
  const me = useMe();
  const now = serverNow();
  return (
    <>
      <div className="table-frame">
        <table className="table token-table">
          <thead>
            <tr>
              <th>Name</th>
              <th>Of</th>
              <th>Access</th>
              <th>Last used</th>
              <th>Ends</th>
              <th aria-label="Actions" />
            </tr>
          </thead>
          <tbody>
            {tokens.map((token) => (
              <tr key={token.id}>
                <td data-label="Name">
                  <span className="token-name">
                    <span className="cut">{token.name}</span>
                    <CopyButton value={token.id} label="Copy the id" />
                    {me.token?.id === token.id && <span className="chip">this session</span>}
                  </span>
                </td>
                <td data-label="Of">{directory.memberName(token.user_id)}</td>
                <td data-label="Access" className="muted">
                  {accessOf(token)}
                </td>
                <td data-label="Last used" className="muted">
                  {token.last_used_at ? (
                    <Tooltip label={printMoment(token.last_used_at, me.timezone, true)}>
                      <span>{printAgo(token.last_used_at, now)}</span>
                    </Tooltip>
                  ) : (
                    "never"
                  )}
                </td>
                <td data-label="Ends">
                  <Ends token={token} now={now} zone={me.timezone} />
                </td>
                <td className="figure">
                  <Tooltip label="Revoke">
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      onClick={() => setRevoked(token)}
                      aria-label={`Revoke ${token.name}`}
                    >
                      <Trash2 size={16} />
                    </ActionIcon>
                  </Tooltip>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Confirm
        opened={revoked !== undefined}
        title={`Revoke ${revoked?.name ?? ""}?`}
        action="Revoke"
        onClose={() => setRevoked(undefined)}
        onConfirm={async () => {
          if (revoked) await revokeToken(revoked);
        }}
      >
        Whatever uses it is refused from now on. This cannot be undone.
        {me.token?.id === revoked?.id &&
          " It is the one that this page uses: you will be signed out."}
      </Confirm>
    </>
  );
}

function Ends({ token, now, zone }: { token: ListedToken; now: number; zone: string }) {
  if (!token.expires_at) return <span className="muted">never</span>;
  const isSoon = instantMillis(token.expires_at) - now < SOON_MILLIS;
  return (
    <Tooltip label={printMoment(token.expires_at, zone, true)}>
      <span className="state" data-tone={isSoon ? "warn" : undefined}>
        {printAgo(token.expires_at, now)}
      </span>
    </Tooltip>
  );
}

function accessOf(token: ListedToken): string {
  const scopes =
    token.scopes.length === 0
      ? "all that the member may"
      : token.scopes.map((scope) => scope.replace("time:", "")).join(", ");
  return token.own_data_only ? `${scopes} · own data only` : scopes;
}
