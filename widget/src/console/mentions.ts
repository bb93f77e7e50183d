import type { Signal } from '../shared/signals';
import { signal } from '../shared/signals';
import type { Alerts } from './alerts';
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
