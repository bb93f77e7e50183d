/** Quotes: what an answer shows of the message it answers. One level: what that one answered in turn is not shown. */
import type { Log, Shown, ShownMessage } from './log';
import { hasOlder } from './log';

/** The message; `earlier` while it is not loaded; nothing where this conversation has none. */
export type Quoted = ShownMessage | 'earlier' | undefined;

/** No more can be seen of a quote, which is cut to two lines; and nobody has to hear more read out. */
const LONGEST = 200;

/** Finds what `replyTo` names among what is shown of a log. */
export function quoted(log: Log, shown: readonly Shown[], replyTo: string | undefined): Quoted {
  const original = replyTo && shown.find(({ id }) => id === replyTo);
  if (original) return original.kind === 'event' ? undefined : original;
  // Words that went on in another conversation left their quote in the old one.
  return replyTo && hasOlder(log) ? 'earlier' : undefined;
}

/** The first words of a message, or the names of its files. */
export function excerpt({ text, files }: ShownMessage): string {
  return (text || (files ?? []).map(({ name }) => name).join(', ')).slice(0, LONGEST);
}
