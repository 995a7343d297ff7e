const waiting = new Map<string, () => void>();

/** Resolves when an event of that command has come: asking about it now is worthwhile. */
export function decisionHint(commandId: string): Promise<void> {
  return new Promise((resolve) => waiting.set(commandId, resolve));
}

export function noticeDecision(commandId: string | undefined): void {
  if (commandId === undefined) return;
  waiting.get(commandId)?.();
  waiting.delete(commandId);
}
