import { useMe } from "../api/me";
import { instantMillis, printMoment } from "../time/zones";
import { printUntil } from "./lateness";
import type { Roles } from "./secretRoles";

/** The secrets that sign now, and how long each one goes on. */
export function SecretList({ roles, now }: { roles: Roles; now: number }) {
  const zone = useMe().timezone;
  return (
    <ul className="secrets card">
      {roles.live.map((secret) => (
        <li key={secret.seq}>
          <span>
            <strong>Secret {secret.seq}</strong>{" "}
            {secret === roles.primary && <span className="chip">primary</span>}
            {secret === roles.next && <span className="chip">next</span>}
            <span className="muted secret-made">made {printMoment(secret.created_at, zone)}</span>
          </span>
          <span className="figure muted">
            {secret.expires_at
              ? `ends in ${printUntil(instantMillis(secret.expires_at) - now)}`
              : "does not end"}
          </span>
        </li>
      ))}
    </ul>
  );
}
