import type { JSX } from 'preact';
import type { Party } from '../shared/frames';
import type { LiveConversations } from '../shared/live';
import { besides } from '../shared/live';
import type { ReadonlySignal, Signal } from '../shared/signals';
import { signal } from '../shared/signals';
import { useAround } from './context';
import { Face } from './face';

/** More in a conversation's head would be a list of the company. */
const MOST_SHOWN = 3;

/** Which colleagues have the conversation in front open too: told by the server while we have it in front, and kept no longer. */
export class Viewing {
  readonly #told: Signal<readonly Party[]> = signal<readonly Party[]>([]);
  #front: string | undefined;

  constructor(private readonly live: LiveConversations) {
    live.listen((frame) => {
      if (frame.type === 'viewers' && frame.conversation === this.#front) this.#told.value = frame.agents;
    });
  }

  /** Says what is in front now: to be said again on every new line. */
  show(conversation: string | undefined): void {
    const before = this.#front;
    this.#front = conversation;
    this.#told.value = [];
    if (before ?? conversation) void this.live.request({ type: 'view', ...(conversation && { conversation }) }).catch(() => undefined);
  }

  /** The others; who writes may not have said yet that it is in front. */
  others(id: string): readonly Party[] {
    const writer = this.writer(id).value;
    const me = this.live.me.value?.id;
    const known = this.#told.value.filter((agent) => agent.id !== me && agent.id !== writer?.id);
    return writer ? [writer, ...known] : known;
  }

  writer(id: string): ReadonlySignal<Party | undefined> {
    return this.live.typist(besides(id));
  }
}

/** "N is viewing", "N is replying", under the conversation's head. Nothing where nobody is: then it takes no room. */
export function ViewersBar({ id }: { readonly id: string }): JSX.Element {
  const { desk, t } = useAround();
  const others = desk.viewing.others(id);
  const writer = desk.viewing.writer(id).value;
  return (
    <div class="pw-bar" role="status">
      {others.slice(0, MOST_SHOWN).map(({ id: agent, name }) => (
        <span key={agent}>
          <Face name={name} id={agent} size="s" />
          {t(agent === writer?.id ? 'replying' : 'viewing', { name })}
        </span>
      ))}
      {others.length > MOST_SHOWN && <span>{t('viewingMore', { count: others.length - MOST_SHOWN })}</span>}
    </div>
  );
}
