import type { CreatedToken } from "../api/resources";

/** The link as the server made it, else as this page's server would; none if only a repetition. */
export function addressOf(
  created: Pick<CreatedToken, "url" | "secret">,
  origin: string,
): string | undefined {
  if (created.url) return created.url;
  return created.secret ? `${origin}/console/enter#${created.secret}` : undefined;
}
