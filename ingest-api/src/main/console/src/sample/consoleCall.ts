import { client, read } from "../api/client";
import { write } from "../api/write";
import type { Call } from "./sample";

interface Answered {
  data?: { data: unknown };
  error?: unknown;
  response: Response;
}

/** Any operation of the document; the sample's own types say what is sent. */
const anyClient = client as unknown as {
  request(method: string, path: string, init: object): Promise<Answered>;
};

/** Calls by the session of this page, and waits where the server asks to: nothing is sent twice. */
export const consoleCall: Call = async (method, path, body) => {
  const address = `/api/v1${path}`;
  if (method === "GET") return (await read(anyClient.request("get", address, {}))).data;
  return await write((headers) =>
    anyClient.request(method.toLowerCase(), address, {
      headers,
      ...(body !== undefined && { body }),
    }),
  );
};
