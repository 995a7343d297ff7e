import type { Webhook } from "../api/resources";
import { instantMillis } from "../time/zones";

type Secret = Webhook["secrets"][number];

export interface Roles {
  primary: Secret | undefined;
  /** Made after the primary one, and waiting to take its place. */
  next: Secret | undefined;
  live: Secret[];
}

/** Which secrets sign now. When the primary one ends, the youngest takes its place by itself. */
export function rolesOf(secrets: readonly Secret[], now: number): Roles {
  const live = secrets.filter(
    (secret) => secret.expires_at === null || instantMillis(secret.expires_at) > now,
  );
  const primary = live.find((secret) => secret.role === "primary") ?? live.at(-1);
  const youngest = live.at(-1);
  const isWaiting = primary !== undefined && youngest !== undefined && youngest.seq > primary.seq;
  return { primary, next: isWaiting ? youngest : undefined, live };
}
