import type { Change } from "../api/resources";
import { lead } from "./leader";
import { type LiveState, readStream } from "./stream";

type Message =
  | { kind: "change"; change: Change }
  | { kind: "state"; state: LiveState }
  | { kind: "hello" };

const NAME = "timeledger-feed";

/** The workspace's feed: one stream per browser, which a tab reads for all of them. */
export class Feed {
  private readonly channel = new BroadcastChannel(NAME);
  private readonly listeners = new Set<(change: Change) => void>();
  private readonly stateListeners = new Set<() => void>();
  private leads = false;
  private current: LiveState = "connecting";
  private end: (() => void) | undefined;

  start(): void {
    if (this.end) return;
    this.channel.onmessage = (message: MessageEvent<Message>) => this.hear(message.data);
    this.channel.postMessage({ kind: "hello" } satisfies Message);
    this.end = lead(NAME, (signal) => {
      this.leads = true;
      return readStream(
        {
          onChange: (change) => this.tell({ kind: "change", change }),
          onState: (state) => this.tell({ kind: "state", state }),
        },
        signal,
      );
    });
  }

  stop(): void {
    this.end?.();
    this.end = undefined;
    this.leads = false;
  }

  onChange(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  readonly subscribeState = (listener: () => void): (() => void) => {
    this.stateListeners.add(listener);
    return () => this.stateListeners.delete(listener);
  };

  readonly state = (): LiveState => this.current;

  private tell(message: Message): void {
    this.channel.postMessage(message);
    this.hear(message);
  }

  private hear(message: Message): void {
    switch (message.kind) {
      case "change":
        for (const listener of this.listeners) listener(message.change);
        return;
      case "state":
        this.current = message.state;
        for (const listener of this.stateListeners) listener();
        return;
      case "hello":
        // A tab that has just opened asks how things are.
        if (this.leads) {
          this.channel.postMessage({ kind: "state", state: this.current } satisfies Message);
        }
    }
  }
}
