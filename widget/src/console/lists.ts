import type { ConversationView } from '../shared/frames';
import type { LiveConversations } from '../shared/live';
import type { ReadonlySignal } from '../shared/signals';
import { computed } from '../shared/signals';
import type { RunningOffer } from './desk';
import type { AgentSession } from './session';

/** Pages of a hundred; a console with more is no list any more. */
const MOST_PAGES = 20;

/** The conversations of the console, sorted by whose they are: unread ones first, then who has waited longest. */
export class Lists {
  readonly mine: ReadonlySignal<readonly ConversationView[]>;
  /** Colleagues' conversations in which this agent takes part. */
  readonly shared: ReadonlySignal<readonly ConversationView[]>;
  readonly queue: ReadonlySignal<readonly ConversationView[]>;
  /** The others in colleagues' hands. */
  readonly team: ReadonlySignal<readonly ConversationView[]>;

  readonly #live: LiveConversations;
  readonly #offers: ReadonlySignal<readonly RunningOffer[]>;
  readonly #session: AgentSession;

  constructor(live: LiveConversations, offers: ReadonlySignal<readonly RunningOffer[]>, session: AgentSession) {
    this.#live = live;
    this.#offers = offers;
    this.#session = session;
    const alive = (view: ConversationView): boolean => view.status !== 'waiting' && view.status !== 'closed';
    this.mine = computed(() => this.#views((view) => alive(view) && this.isMine(view)));
    this.shared = computed(() => this.#views((view) => alive(view) && this.takesPart(view)));
    this.queue = computed(() => this.#views((view) => view.status === 'waiting'));
    this.team = computed(() => this.#views((view) => alive(view) && !this.isMine(view) && !this.takesPart(view)));
  }

  isMine(view: ConversationView): boolean {
    return !!view.agent && view.agent.id === this.#live.me.value?.id;
  }

  /** Whether this agent is a guest in it. */
  takesPart(view: ConversationView): boolean {
    const me = this.#live.me.value?.id;
    return !this.isMine(view) && !!view.participants?.some(({ id }) => id === me);
  }

  /** What this agent goes through by keys: own ones, colleagues' with this agent in them, the queue. */
  inHand(): readonly ConversationView[] {
    return [...this.mine.peek(), ...this.shared.peek(), ...this.queue.peek()];
  }

  /** The socket's welcome names a hundred conversations, and none of colleagues; the others are asked for. */
  async fetch(statuses: readonly ConversationView['status'][]): Promise<void> {
    for (const status of statuses) {
      let cursor: string | undefined = '';
      for (let page = 0; page < MOST_PAGES && cursor !== undefined; page++) cursor = await this.#fetchPage(status, cursor);
    }
  }

  /** @returns where the next page begins */
  async #fetchPage(status: string, cursor: string): Promise<string | undefined> {
    const from = cursor && `&cursor=${cursor}`;
    const path = `conversations?status=${status}&limit=100${from}`;
    const page = await this.#session.get<{ items: readonly ConversationView[]; next?: string }>(path).catch(() => undefined);
    if (page) this.#live.learn(page.items);
    return page?.next;
  }

  #views(wanted: (view: ConversationView) => boolean): readonly ConversationView[] {
    const offered = new Set(this.#offers.value.map((offer) => offer.conversation));
    return [...this.#live.list.value.values()].filter((view) => wanted(view) && !offered.has(view.id)).sort(byUrgency);
  }
}

function byUrgency(a: ConversationView, b: ConversationView): number {
  return +!!b.unread - +!!a.unread || (a.waitingSince ?? a.lastAt ?? '').localeCompare(b.waitingSince ?? b.lastAt ?? '');
}
