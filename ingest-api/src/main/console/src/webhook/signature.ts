const PREFIX = "whsec_";
const text = new TextEncoder();

export interface Signed {
  id: string;
  timestamp: string;
  /** Exactly as it was sent: not parsed and printed again. */
  body: string;
}

export interface Checked {
  standard: boolean;
  workestra: boolean;
}

/** Whether the headers of a request hold what the secret makes of it. Nothing leaves the browser. */
export async function check(
  secret: string,
  signed: Signed,
  headers: { standard: string; workestra: string },
): Promise<Checked> {
  const standard = await standardSignature(secret, signed);
  const workestra = await workestraSignature(secret, signed);
  return {
    standard: headers.standard.split(" ").includes(standard),
    workestra: headers.workestra === workestra,
  };
}

/** `v1,…` as the libraries of Standard Webhooks make it. */
export async function standardSignature(secret: string, signed: Signed): Promise<string> {
  const bytes = await hmac(keyOf(secret), `${signed.id}.${signed.timestamp}.${signed.body}`);
  return `v1,${btoa(String.fromCharCode(...bytes))}`;
}

/** `sha256=…`; its key is the whole text of the secret. */
export async function workestraSignature(secret: string, signed: Signed): Promise<string> {
  const bytes = await hmac(text.encode(secret), `${signed.timestamp}.${signed.body}`);
  return `sha256=${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

function keyOf(secret: string): Uint8Array<ArrayBuffer> {
  if (!secret.startsWith(PREFIX)) return text.encode(secret);
  try {
    return Uint8Array.from(atob(secret.slice(PREFIX.length)), (char) => char.charCodeAt(0));
  } catch {
    return text.encode(secret);
  }
}

async function hmac(key: Uint8Array<ArrayBuffer>, message: string): Promise<Uint8Array> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", key, algorithm, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, text.encode(message)));
}

/** A header by its name, however it is written. */
export function headerOf(headers: Record<string, unknown> | null, name: string): string {
  const found = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name);
  const value = Array.isArray(found?.[1]) ? found[1][0] : found?.[1];
  return typeof value === "string" ? value : "";
}
