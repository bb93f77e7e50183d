import type { Signal } from '../shared/signals';
import { signal } from '../shared/signals';
import type { Alerts } from './alerts';
import type { Colleague } from './colleagues';
import type { LiveConversations } from '../shared/live';
import type { AgentSession } from './session';
import type { ConversationView } from '../shared/frames';

/** Where colleagues asked for this agent by a note. The server knows which were seen: it is asked again whenever something is new. */
export class Mentions {
  /** Conversations that name this agent and have not been in front since. */
  readonly unseen: Signal<ReadonlySet<string>> = signal<ReadonlySet<string>>(new Set());

  constructor(live: LiveConversations, session: AgentSession, alerts: Alerts) {
    live.listen((frame) => {
      if (frame.type !== 'welcome' && frame.type !== 'mention') return;
      if (frame.type === 'mention' && frame.by) alerts.call(frame.by.name, frame.text ?? '', frame.conversation);
      session
        .get<{ items: readonly ConversationView[] }>('mentions')
        .then(({ items }) => {
          live.learn(items.filter(({ id }) => !live.list.peek().has(id)));
          this.unseen.value = new Set(items.map(({ id }) => id));
        })
        // Asked again with the next news, or on the next line.
        .catch(() => undefined);
    });
  }
}

/** A name that is being written: where its @ stands, and how it begins. */
export interface Begun {
  readonly from: number;
  readonly words: string;
}

/** What stands before the caret, if it is an @ at the beginning of a word and the first words of a name. */
export function begunName(text: string, caret: number): Begun | undefined {
  const found = /(?<![\p{L}\p{N}])@([^@\n]{0,40})$/u.exec(text.slice(0, caret));
  return found ? { from: found.index, words: (found[1] ?? '').toLowerCase() } : undefined;
}

const MOST = 6;

/** Whose name, or one word of it, begins like that; nobody when the whole name stands there. */
export function fitting(colleagues: readonly Colleague[], words: string, me: string | undefined): readonly Colleague[] {
  return colleagues
    .filter(({ id, name }) => id !== me && ` ${name.toLowerCase()}`.includes(` ${words}`) && name.toLowerCase() !== words)
    .slice(0, MOST);
}
