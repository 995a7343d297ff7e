/** Those whose words begin with what was typed, best first; all of them if nothing was typed. */
export function rank<T>(all: readonly T[], query: string, label: (one: T) => string): T[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...all];
  return all
    .map((one) => ({ one, score: scoreOf(label(one).toLowerCase(), words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ one }) => one);
}

function scoreOf(label: string, words: string[]): number {
  let score = 0;
  for (const word of words) {
    if (label.startsWith(word)) score += 3;
    else if (label.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word))) score += 2;
    else if (label.includes(word)) score += 1;
    else return 0;
  }
  return score;
}
