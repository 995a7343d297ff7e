/** How far a reader of the feed has come, and what to do about what it missed. */
export class Position {
  private last: number | undefined;

  get after(): number | undefined {
    return this.last;
  }

  /** Whether the event is new. */
  take(sequence: number): boolean {
    if (this.last !== undefined && sequence <= this.last) return false;
    this.last = sequence;
    return true;
  }
}
