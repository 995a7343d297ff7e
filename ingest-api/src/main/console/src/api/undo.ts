export interface Undoable {
  label: string;
  run: () => Promise<void>;
}

type Listener = (offered: Undoable) => void;

const MOST = 20;

/** The last changes that can be taken back, the newest last. */
class Undo {
  private readonly stack: Undoable[] = [];
  private readonly listeners = new Set<Listener>();

  offer(label: string, run: () => Promise<void>): void {
    const offered = { label, run };
    this.stack.push(offered);
    if (this.stack.length > MOST) this.stack.shift();
    for (const listener of this.listeners) listener(offered);
  }

  /** Takes back that change, or the last one; once. */
  async run(which = this.stack.at(-1)): Promise<Undoable | undefined> {
    const index = which ? this.stack.indexOf(which) : -1;
    if (!which || index < 0) return undefined;
    this.stack.splice(index, 1);
    await which.run();
    return which;
  }

  onOffer(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

export const undo = new Undo();
