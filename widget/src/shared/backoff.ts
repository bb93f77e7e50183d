/** How long to wait before the next attempt, in milliseconds: 0.5 s doubling to 30 s, spread so that a crowd does not return at once. */
export const SHORTEST = 500;
export const LONGEST = 30_000;

export function backoff(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(LONGEST, SHORTEST * 2 ** Math.min(attempt, 10));
  return SHORTEST + random() * (ceiling - SHORTEST);
}
