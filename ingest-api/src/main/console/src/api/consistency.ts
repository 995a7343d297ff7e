const KEPT_MILLIS = 10_000;

/** Makes reads see what was just written: the last write's token goes with them for a while. */
class Consistency {
  private token: string | undefined;
  private learnedAt = 0;

  learn(token: string | null, now = performance.now()): void {
    if (token === null) return;
    const older = this.current(now);
    // Tokens are sequences: the higher one includes the other.
    if (older === undefined || Number(token) >= Number(older)) {
      this.token = token;
      this.learnedAt = now;
    }
  }

  current(now = performance.now()): string | undefined {
    return now - this.learnedAt < KEPT_MILLIS ? this.token : undefined;
  }
}

export const consistency = new Consistency();
