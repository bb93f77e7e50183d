import type { ConversationView, Offer, Party, Presence, ServerFrame } from '../shared/frames';
import { LiveConversations } from '../shared/live';
import type { ReadonlySignal, Signal } from '../shared/signals';
import { computed, effect, signal } from '../shared/signals';
import { browserStore } from '../shared/store';
import type { Summaries } from '../shared/summaries';
import type { Request } from '../shared/transport';
import { Refusal } from '../shared/transport';
import type { Uploading } from '../shared/uploads';
import { Uploads } from '../shared/uploads';
import { Alerts } from './alerts';
import { Keyboard } from './commands';
import type { Draft } from './drafts';
import { Drafts } from './drafts';
import { NoteBook } from './notes';
import type { AgentSession } from './session';
import { paced } from './paced';
import { byUrgency } from './urgency';
import type { VisitorFacts } from './visitors';
import { VisitorBook } from './visitors';

/** An offer with the moment it ends, on this browser's clock. */
export interface RunningOffer extends Offer {
  readonly until: number;
}

interface ConversationPage {
  readonly items: readonly ConversationView[];
  readonly next?: string;
}
/** Pages of a hundred: what one socket may follow. */
const MOST_PAGES = 20;

/** One agent's desk: conversations and queue, offers, presence, what is in front and what is being written. */
export class AgentDesk {
  readonly live: LiveConversations;
  readonly uploads: Uploads;
  readonly notes: NoteBook;
  readonly visitors: VisitorBook;
  readonly keyboard: Keyboard;
  readonly alerts: Alerts;
  /** The dialog that is open. */
  readonly dialog: Signal<'transfer' | 'palette' | 'keys' | undefined> = signal<'transfer' | 'palette' | 'keys' | undefined>(undefined);
  /** Whether the visitor's drawer is open where there is no room for its pane. */
  readonly drawer = signal(false);
  readonly presence: Signal<Presence> = signal<Presence>('offline');
  readonly offers: Signal<readonly RunningOffer[]> = signal<readonly RunningOffer[]>([]);
  readonly current: Signal<string | undefined> = signal<string | undefined>(undefined);
  /** The code of what the server refused last, until something else works. */
  readonly refusal: Signal<string | undefined> = signal<string | undefined>(undefined);
  readonly mine: ReadonlySignal<readonly ConversationView[]>;
  readonly queue: ReadonlySignal<readonly ConversationView[]>;
  readonly drafts: Drafts;
  /** What the lists are made of. */
  readonly #lines: ReadonlySignal<Summaries>;
  readonly #visible = signal(document.visibilityState === 'visible');

  constructor(
    readonly session: AgentSession,
    owner: string,
  ) {
    this.uploads = new Uploads(signal<readonly Uploading[]>([]), () => session.token());
    const store = browserStore();
    this.keyboard = new Keyboard(this, store);
    this.drafts = new Drafts(store, owner);
    this.alerts = new Alerts(this, store);
    this.live = new LiveConversations({
      side: 'agent',
      url: `${location.origin.replace(/^http/, 'ws')}/ws/agent`,
      owner: `agent:${owner}`,
      store,
      token: (renew) => session.token(renew),
    });
    this.#lines = paced(() => this.live.list.value);
    this.notes = new NoteBook(this.live);
    this.visitors = new VisitorBook(session);
    this.mine = computed(() => this.#views((view) => view.status !== 'waiting' && view.status !== 'closed' && this.isMine(view)));
    this.queue = computed(() => this.#views((view) => view.status === 'waiting'));
    this.live.listen((frame) => this.#hear(frame));
  }

  start(): void {
    this.live.start();
    document.addEventListener('visibilitychange', this.#look);
    effect(() => {
      const id = this.current.value;
      if (id && this.#visible.value && this.live.connection.value === 'online' && this.live.log(id).value.last) this.live.markRead(id);
    });
  }

  stop(): void {
    this.live.stop();
    document.removeEventListener('visibilitychange', this.#look);
  }

  isMine(view: ConversationView): boolean {
    return !!view.agent && view.agent.id === this.live.me.value?.id;
  }

  /** Brings a conversation to the front, and follows it where it is not one's own. */
  show(id: string | undefined): void {
    this.current.value = id;
    if (id) void this.#load(id).catch(() => undefined);
  }

  /** Shows a conversation that may not be in the list yet: an earlier one of a visitor. */
  visit(view: ConversationView): void {
    if (!this.live.list.peek().has(view.id)) this.live.learn([view]);
    this.show(view.id);
  }

  /** Writes down who a visitor is. Rejects with the server's words. */
  async nameVisitor(id: string, contact: { readonly name: string; readonly email: string }): Promise<void> {
    const { id: visitor, name, email }: VisitorFacts = await this.visitors.correct(id, contact);
    const views = [...this.live.list.peek().values()].filter((view) => view.visitor?.id === visitor);
    this.live.learn(views.map((view) => ({ ...view, visitor: { id: visitor, ...(name && { name }), ...(email && { email }) } as Party })));
  }

  step(by: number): void {
    const all = [...this.mine.peek(), ...this.queue.peek()];
    const at = all.findIndex((view) => view.id === this.current.peek());
    this.show(all[(at + by + all.length) % all.length]?.id);
  }

  async setPresence(status: Presence): Promise<void> {
    if (await this.#ask({ type: 'presence', status })) this.presence.value = status;
  }

  async accept(id: string): Promise<void> {
    const accepted = await this.#ask({ type: 'accept', conversation: id });
    this.#endOffer(id);
    if (!accepted) return;
    this.live.learn([{ ...this.#view(id), status: 'open', agent: this.live.me.peek() }]);
    this.show(id);
  }

  async decline(id: string): Promise<void> {
    this.#endOffer(id);
    await this.#ask({ type: 'decline', conversation: id });
  }

  async close(id: string): Promise<boolean> {
    return this.#ask({ type: 'close', conversation: id });
  }

  /** Closes it and brings the next one to the front. */
  async closeAndGoOn(id: string): Promise<void> {
    const next = this.mine.peek().find((view) => view.id !== id);
    if (await this.close(id)) this.show(next?.id);
  }

  async transfer(id: string, to: { agent?: string; department?: string }, comment: string): Promise<void> {
    await this.#ask({ type: 'transfer', conversation: id, to, ...(comment && { comment }) });
  }

  /** From the colleague who has it. */
  async takeOver(id: string): Promise<void> {
    const me = this.live.me.peek();
    if (me) await this.transfer(id, { agent: me.id }, '');
  }

  /** Back into the queue of its department, at its old place. */
  async requeue(id: string): Promise<void> {
    const { department } = this.#view(id);
    if (department) await this.transfer(id, { department: department.id }, '');
  }

  write(id: string, news: Partial<Draft>): void {
    const draft = this.drafts.change(id, news);
    // A note must not show as typing to the visitor.
    if (draft.mode === 'reply') this.live.typing(id, !!draft.text);
  }

  send(id: string): void {
    const { text, mode } = this.drafts.change(id, {});
    if (!text.trim()) return;
    this.live.outbox.add({ thread: id, conversation: id, text: text.trim(), ...(mode === 'note' && { note: true }) });
    this.live.typing(id, false);
    this.write(id, { text: '' });
  }

  async attach(id: string, file: File): Promise<void> {
    const view = await this.uploads.start(id, file);
    if (view) this.live.outbox.add({ thread: id, conversation: id, text: '', files: [view] });
  }

  async #load(id: string): Promise<void> {
    const view = this.live.list.peek().get(id);
    // First follow, then read: what arrives in between then comes live, and is not missed.
    if (!view || !this.isMine(view)) await this.live.request({ type: 'open', conversation: id });
    await this.live.open(id);
    await this.notes.load(id);
    await this.visitors.load(id);
  }

  /** Loads the page before the first row there is, with its notes. */
  async older(id: string): Promise<void> {
    await this.live.openOlder(id).catch(() => undefined);
    await this.notes.load(id).catch(() => undefined);
  }

  #view(id: string): ConversationView {
    return this.live.list.peek().get(id) ?? { id, status: 'waiting', lastSeq: 0, unread: 0 };
  }

  #views(wanted: (view: ConversationView) => boolean): readonly ConversationView[] {
    const offered = new Set(this.offers.value.map((offer) => offer.conversation));
    return [...this.#lines.value.values()].filter((view) => wanted(view) && !offered.has(view.id)).sort(byUrgency);
  }

  async #ask(request: Request): Promise<boolean> {
    try {
      await this.live.request(request);
      this.refusal.value = undefined;
      return true;
    } catch (problem) {
      this.refusal.value = problem instanceof Refusal ? problem.code : 'unavailable';
      return false;
    }
  }

  #hear(frame: ServerFrame): void {
    switch (frame.type) {
      case 'welcome': {
        this.presence.value = frame.agent?.status ?? this.presence.peek();
        this.offers.value = [];
        if (frame.more) void this.#fetchRest(frame.conversations);
        const id = this.current.peek();
        if (id) this.show(id);
        return;
      }
      case 'ok':
        if (frame.conversation) this.live.learn([frame.conversation]);
        return;
      case 'presence':
        if (idOf(frame.agent) === this.live.me.peek()?.id) this.presence.value = frame.status;
        return;
      case 'message':
        if (frame.author.kind === 'visitor' && this.isMine(this.#view(frame.conversation)) && !this.#reading(frame.conversation))
          this.alerts.call(frame.author.name, 'text' in frame ? (frame.text ?? '') : '', frame.conversation);
        return;
      case 'offer':
        this.alerts.call(frame.visitor?.name ?? '', frame.preview ?? '', frame.conversation);
        void this.visitors.load(frame.conversation).catch(() => undefined);
        this.offers.value = [
          ...this.offers.peek().filter((offer) => offer.conversation !== frame.conversation),
          { ...frame, until: Date.now() + frame.expiresIn * 1000 },
        ];
        return;
      case 'offerEnded':
        return this.#endOffer(frame.conversation);
      case 'status':
        if (frame.status !== 'waiting') this.#endOffer(frame.conversation);
        return;
      default:
    }
  }

  #reading(id: string): boolean {
    return this.current.peek() === id && this.#visible.peek();
  }

  #endOffer(id: string): void {
    this.offers.value = this.offers.peek().filter((offer) => offer.conversation !== id);
  }

  /** The socket's welcome names a hundred conversations, and follows those: the others are asked for, and one's own followed. */
  async #fetchRest(named: readonly ConversationView[]): Promise<void> {
    const followed = new Set(named.map(({ id }) => id));
    for (const status of ['waiting', 'open']) {
      let from: string | undefined = '';
      for (let page = 0; page < MOST_PAGES && from !== undefined; page++) {
        const found: ConversationPage = await this.session.get<ConversationPage>(`conversations?status=${status}&limit=100${from}`).catch(() => ({ items: [] }));
        const rest = found.items.filter(({ id }) => !followed.has(id));
        this.live.learn(rest);
        for (const view of rest) if (status === 'open' && this.isMine(view)) await this.#follow(view.id);
        from = found.next && `&cursor=${found.next}`;
      }
    }
  }

  /** One after the other, and no faster than the server takes. */
  async #follow(id: string): Promise<void> {
    while (this.live.connection.peek() === 'online') {
      try {
        await this.live.request({ type: 'open', conversation: id });
        return;
      } catch (problem) {
        if (!(problem instanceof Refusal) || problem.code !== 'rate-limited') return;
        await new Promise((goOn) => setTimeout(goOn, 1000));
      }
    }
  }

  readonly #look = (): void => {
    this.#visible.value = document.visibilityState === 'visible';
  };
}

function idOf(agent: string | { readonly id: string }): string {
  return typeof agent === 'string' ? agent : agent.id;
}
