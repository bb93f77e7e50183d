import type { Row } from '../shared/entries';

/** The colleague who has answered last behind row `since`, while this agent was writing. */
export function answeredMeanwhile(rows: readonly Row[], since: number | undefined, me: string | undefined): string | undefined {
  if (since === undefined) return undefined;
  const answers = rows.filter(({ seq, kind, author }) => seq > since && kind !== 'event' && kind !== 'change' && author.kind === 'agent' && author.id !== me);
  return answers.at(-1)?.author.name;
}
