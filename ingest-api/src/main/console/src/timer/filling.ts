import type { SampleOptions } from "../sample/sample";

export type Fill = (
  isAnotherTry: boolean,
  progress: NonNullable<SampleOptions["progress"]>,
) => Promise<void>;

export type FillingState =
  | { kind: "idle" }
  | { kind: "filling"; percent: number }
  | { kind: "failed"; error: unknown };

/** The workspace that is being filled: it goes on while another page is looked at. */
export class Filling {
  private current: FillingState = { kind: "idle" };
  private readonly listeners = new Set<() => void>();

  readonly state = (): FillingState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Does nothing while it is being done. */
  async begin(fill: Fill): Promise<void> {
    if (this.current.kind === "filling") return;
    const isAnotherTry = this.current.kind === "failed";
    this.show({ kind: "filling", percent: 0 });
    try {
      await fill(isAnotherTry, (done, all) => {
        this.show({ kind: "filling", percent: Math.min(100, Math.floor((100 * done) / all)) });
      });
      this.show({ kind: "idle" });
    } catch (error) {
      this.show({ kind: "failed", error });
    }
  }

  private show(state: FillingState): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}

export const filling = new Filling();
