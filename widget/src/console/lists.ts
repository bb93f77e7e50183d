import type { ConversationView } from '../shared/frames';
import type { LiveConversations } from '../shared/live';
import type { ReadonlySignal } from '../shared/signals';
import { computed } from '../shared/signals';
import type { Summaries } from '../shared/summaries';
import { Refusal } from '../shared/transport';
import type { RunningOffer } from './offers';
import { paced } from './paced';
import type { AgentSession } from './session';
import { byUrgency } from './urgency';

interface ConversationPage {
  readonly items: readonly ConversationView[];
  readonly next?: string;
}

/** Pages of a hundred; a console with more is no list any more. */
const MOST_PAGES = 20;

/** The conversations of the console, sorted by whose they are: unread ones first, then who has waited longest. */
export class Lists {
  /** In which a note names this agent. */
  readonly mentioned: ReadonlySignal<readonly ConversationView[]>;
  readonly mine: ReadonlySignal<readonly ConversationView[]>;
  /** Colleagues' conversations in which this agent takes part. */
  readonly shared: ReadonlySignal<readonly ConversationView[]>;
  readonly queue: ReadonlySignal<readonly ConversationView[]>;
  /** The others in colleagues' hands. */
  readonly team: ReadonlySignal<readonly ConversationView[]>;

  readonly #live: LiveConversations;
  /** What they are made of. */
  readonly #lines: ReadonlySignal<Summaries>;
  readonly #offers: ReadonlySignal<readonly RunningOffer[]>;
  readonly #session: AgentSession;

  constructor(live: LiveConversations, offers: ReadonlySignal<readonly RunningOffer[]>, mentions: ReadonlySignal<ReadonlySet<string>>, session: AgentSession) {
    this.#live = live;
    this.#offers = offers;
    this.#session = session;
    this.#lines = paced(() => live.list.value);
    const alive = (view: ConversationView): boolean => view.status !== 'waiting' && view.status !== 'closed';
    this.mentioned = computed(() => this.#views((view) => mentions.value.has(view.id)));
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

  /** What this agent goes through by keys: those where colleagues ask, own ones, colleagues' with this agent in them, the queue. */
  inHand(): readonly ConversationView[] {
    return [...new Set([...this.mentioned.peek(), ...this.mine.peek(), ...this.shared.peek(), ...this.queue.peek()])];
  }

  /**
   * The socket's welcome names a hundred conversations, none of them colleagues', and follows those: the others are asked for, and
   * one's own followed.
   */
  async fetch(named: readonly ConversationView[], statuses: readonly ConversationView['status'][]): Promise<void> {
    const followed = new Set(named.map(({ id }) => id));
    for (const status of statuses) {
      let from: string | undefined = '';
      for (let page = 0; page < MOST_PAGES && from !== undefined; page++) {
        const before = this.#live.list.peek();
        const found: ConversationPage = await this.#session.get<ConversationPage>(`conversations?status=${status}&limit=100${from}`).catch(() => ({ items: [] }));
        const rest = found.items.filter(({ id }) => !followed.has(id) && !this.#toldSince(before, id));
        this.#live.learn(rest);
        for (const view of rest) if (status === 'open' && this.isMine(view)) await this.#follow(view.id);
        from = found.next && `&cursor=${found.next}`;
      }
    }
  }

  /** Whether frames have told what it is now, which is newer than an answer that was asked for before. */
  #toldSince(before: Summaries, id: string): boolean {
    const view = this.#live.list.peek().get(id);
    return !!view?.visitor && view !== before.get(id);
  }

  /**
   * Takes what a change of status says of the whole line. It is the same for all agents: how much of it is unread is known better
   * here, and so are the last words if they came after it was made.
   */
  told(summary: ConversationView): void {
    const known = this.#live.list.peek().get(summary.id);
    if (!known?.visitor) return this.#live.learn([summary]);
    const { unread, readSeq = 0, lastSeq, lastAt, preview } = known;
    this.#live.learn([{ ...summary, unread, readSeq, lastSeq, ...(lastSeq > summary.lastSeq && { lastAt, preview }) }]);
  }

  /** One after the other, and no faster than the server takes. */
  async #follow(id: string): Promise<void> {
    while (this.#live.connection.peek() === 'online') {
      try {
        await this.#live.request({ type: 'open', conversation: id });
        return;
      } catch (problem) {
        if (!(problem instanceof Refusal) || problem.code !== 'rate-limited') return;
        await new Promise((goOn) => setTimeout(goOn, 1000));
      }
    }
  }

  #views(wanted: (view: ConversationView) => boolean): readonly ConversationView[] {
    const offered = new Set(this.#offers.value.map((offer) => offer.conversation));
    return [...this.#lines.value.values()].filter((view) => wanted(view) && !offered.has(view.id)).sort(byUrgency);
  }
}
