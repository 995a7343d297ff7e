import { EventSourceParserStream } from "eventsource-parser/stream";
import type { Change } from "../api/resources";
import { backOff } from "./backOff";
import { Position } from "./position";

export type LiveState = "connecting" | "live" | "offline" | "signed_out";

interface Reader {
  onChange(change: Change): void;
  onState(state: LiveState): void;
}

const SILENCE_MILLIS = 45_000;

/** Reads the feed until the signal ends it; comes back with the last position after any trouble. */
export async function readStream(reader: Reader, signal: AbortSignal): Promise<void> {
  const position = new Position();
  let failures = 0;
  while (!signal.aborted) {
    reader.onState("connecting");
    const outcome = await readOnce(reader, position, signal);
    if (outcome.kind === "signed_out") {
      reader.onState("signed_out");
      return;
    }
    failures = outcome.kind === "ended" ? 0 : failures + 1;
    if (!signal.aborted) {
      if (failures > 0) reader.onState("offline");
      await pause(Math.max(backOff(failures), outcome.waitMillis ?? 0), signal);
    }
  }
}

type Outcome = { kind: "ended" | "failed" | "signed_out"; waitMillis?: number };

async function readOnce(reader: Reader, position: Position, signal: AbortSignal): Promise<Outcome> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MILLIS);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), SILENCE_MILLIS);
  };
  try {
    const response = await fetch("/api/v1/changes/stream", {
      headers: position.after === undefined ? {} : { "Last-Event-ID": String(position.after) },
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (response.status === 401) return { kind: "signed_out" };
    if (!response.ok || !response.body) {
      return {
        kind: "failed",
        waitMillis: 1000 * Number(response.headers.get("Retry-After") ?? 0),
      };
    }
    reader.onState("live");
    const events = response.body
      .pipeThrough(heartbeats(heard))
      .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
      .pipeThrough(new EventSourceParserStream())
      .getReader();
    for (;;) {
      const { done, value } = await events.read();
      if (done) return { kind: "ended" };
      const change = parsed(value.data);
      if (change && position.take(change.sequence)) reader.onChange(change);
    }
  } catch {
    return { kind: "failed" };
  } finally {
    clearTimeout(timer);
  }
}

function heartbeats(heard: () => void) {
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      heard();
      controller.enqueue(chunk);
    },
  });
}

function parsed(data: string): Change | undefined {
  try {
    return JSON.parse(data) as Change;
  } catch {
    return undefined;
  }
}

function pause(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
