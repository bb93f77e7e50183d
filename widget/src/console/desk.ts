import type { ConversationView, Party, Presence, ServerFrame } from '../shared/frames';
import { LiveConversations } from '../shared/live';
import type { Signal } from '../shared/signals';
import { effect, signal } from '../shared/signals';
import type { Store } from '../shared/store';
import { browserStore } from '../shared/store';
import type { Uploading } from '../shared/uploads';
import { Uploads } from '../shared/uploads';
import { Alerts } from './alerts';
import { ColleagueBook } from './colleagues';
import { Keyboard } from './commands';
import { departmentOf } from './context';
import { language } from './language';
import { clocks } from './clocks';
import type { DialogName } from './dialog';
import { type Draft, Drafts } from './drafts';
import { EmojiBook } from './emoji';
import { Handling } from './handling';
import { LabelBook } from './labels';
import { Late } from './late';
import { Lists } from './lists';
import { answeredMeanwhile } from './meanwhile';
import { Mentions } from './mentions';
import { NoteBook } from './notes';
import type { RunningOffer } from './offers';
import { running } from './offers';
import { Previews } from './previews';
import { Quoting } from './quoting';
import { Recent } from './recent';
import type { AgentSession } from './session';
import { Viewing } from './viewing';
import type { VisitorFacts } from './visitors';
import { VisitorBook } from './visitors';

/** One agent's desk: conversations and queue, offers, presence, what is in front and what is being written. */
export class AgentDesk {
  readonly live: LiveConversations;
  readonly uploads: Uploads;
  readonly notes: NoteBook;
  readonly mentions: Mentions;
  readonly viewing: Viewing;
  readonly previews: Previews;
  readonly visitors: VisitorBook;
  readonly labels: LabelBook;
  readonly colleagues: ColleagueBook;
  readonly keyboard: Keyboard;
  readonly alerts: Alerts;
  /** The dialog that is open. */
  readonly dialog: Signal<DialogName | undefined> = signal<DialogName | undefined>(undefined);
  /** Whether the visitor's drawer is open where there is no room for its pane. */
  readonly drawer = signal(false);
  readonly presence: Signal<Presence> = signal<Presence>('offline');
  /** Why, where somebody said so. */
  readonly reason: Signal<string | undefined> = signal<string | undefined>(undefined);
  readonly offers: Signal<readonly RunningOffer[]> = signal<readonly RunningOffer[]>([]);
  readonly current: Signal<string | undefined> = signal<string | undefined>(undefined);
  readonly lists: Lists;
  readonly handling: Handling;
  readonly quoting: Quoting;
  readonly drafts: Drafts;
  readonly emoji: EmojiBook;
  readonly late = new Late();
  readonly store: Store = browserStore();
  /** Whether what is written also stands there as it will look. */
  readonly preview = signal(false);
  readonly #recent = new Recent(this);
  readonly #visible = signal(document.visibilityState === 'visible');

  constructor(
    readonly session: AgentSession,
    owner: string,
  ) {
    this.uploads = new Uploads(
      signal<readonly Uploading[]>([]),
      () => session.token(),
      (id, file) => this.live.outbox.add({ thread: id, conversation: id, text: '', files: [file] }),
    );
    const { store } = this;
    this.keyboard = new Keyboard(this, store);
    this.drafts = new Drafts(store, owner);
    this.emoji = new EmojiBook(store, language());
    this.alerts = new Alerts(this, store);
    this.live = new LiveConversations({
      side: 'agent',
      url: `${location.origin.replace(/^http/, 'ws')}/ws/agent`,
      owner: `agent:${owner}`,
      store,
      token: (renew) => session.token(renew),
    });
    this.notes = new NoteBook(this.live);
    this.previews = new Previews(this.live);
    this.viewing = new Viewing(this.live);
    this.visitors = new VisitorBook(session);
    this.labels = new LabelBook(session);
    this.colleagues = new ColleagueBook(session);
    this.mentions = new Mentions(this.live, session, this.alerts);
    this.lists = new Lists(this.live, this.offers, this.mentions.unseen, session);
    this.handling = new Handling(this);
    this.quoting = new Quoting(this);
    this.live.listen((frame) => this.#hear(frame));
  }

  /** Whether the role allows something, by the name of the permission; the server decides anyway. */
  may(permission: string): boolean {
    return this.live.me.value?.permissions?.includes(permission) ?? false;
  }

  start(): void {
    this.live.start();
    // Who wants words to wait has the code for it before the first of them.
    if (this.store.get('parley:hold')) void this.late.need();
    document.addEventListener('visibilitychange', this.#look);
    effect(() => {
      if (this.live.connection.value === 'online') this.viewing.show(this.#visible.value ? this.current.value : undefined);
    });
    effect(() => {
      const id = this.current.value;
      if (id && this.#visible.value && this.live.connection.value === 'online' && this.live.log(id).value.last) this.live.markRead(id);
    });
  }

  stop(): void {
    this.live.stop();
    document.removeEventListener('visibilitychange', this.#look);
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

  /** Writes down who a visitor is. Rejects with the server's refusal. */
  async nameVisitor(id: string, contact: { readonly name: string; readonly email: string }): Promise<void> {
    const { id: visitor, name, email }: VisitorFacts = await this.visitors.correct(id, contact);
    const views = [...this.live.list.peek().values()].filter((view) => view.visitor?.id === visitor);
    this.live.learn(views.map((view) => ({ ...view, visitor: { id: visitor, ...(name && { name }), ...(email && { email }) } as Party })));
  }

  step(by: number): void {
    const all = this.lists.inHand();
    const at = all.findIndex((view) => view.id === this.current.peek());
    this.show(all[(at + by + all.length) % all.length]?.id);
  }

  async setPresence(status: Presence, reason?: string): Promise<void> {
    if (!(await this.handling.ask({ type: 'presence', status, ...(reason && { reason }) }))) return;
    this.presence.value = status;
    this.reason.value = reason;
  }

  async accept(id: string): Promise<void> {
    const accepted = await this.handling.ask({ type: 'accept', conversation: id });
    this.#endOffer(id);
    if (!accepted) return;
    this.live.learn([{ ...this.view(id), status: 'open', agent: this.live.me.peek() }]);
    this.show(id);
  }

  async decline(id: string): Promise<void> {
    this.#endOffer(id);
    await this.handling.ask({ type: 'decline', conversation: id });
  }

  write(id: string, news: Partial<Draft>): void {
    const begins = news.text && !this.drafts.of(id).text;
    const draft = this.drafts.change(id, { ...news, answered: undefined, ...(begins && { since: this.#last(id) }) });
    // A note must not show as typing to the visitor.
    if (draft.mode === 'reply') this.live.typing(id, !!draft.text);
  }

  send(id: string): void {
    const { text, mode, quote, since } = this.drafts.change(id, {});
    if (!text.trim()) return;
    const note = mode === 'note';
    const answered = !note && answeredMeanwhile(this.live.log(id).peek().rows, since, this.live.me.peek()?.id);
    if (answered) {
      // Asked once: what is sent next knows of this answer.
      this.drafts.change(id, { answered, since: this.#last(id) });
      return;
    }
    const message = { thread: id, conversation: id, text: text.trim(), ...(note ? { note } : { replyTo: quote }) };
    const taken = !note && this.late.code.peek()?.held(this).take(message);
    if (taken === 'stay') return;
    if (!taken) this.live.outbox.add(message);
    this.live.typing(id, false);
    // A note quotes nothing: the quote waits for the reply.
    this.write(id, { text: '', ...(!note && { quote: undefined }) });
  }

  /** What waits before it goes out does so now: there, or everywhere. */
  release(id?: string): void {
    this.late.code.peek()?.held(this).release(id);
  }

  async #load(id: string): Promise<void> {
    this.#recent.add(id);
    const view = this.live.list.peek().get(id);
    const known = this.live.log(id).peek().last;
    // First follow, then read: what arrives in between then comes live, and is not missed.
    if (!view || !this.lists.isMine(view)) await this.live.request({ type: 'open', conversation: id });
    await this.live.open(id, known);
    await this.notes.load(id);
    await this.visitors.load(id);
  }

  /** Loads the page before the first row there is, with its notes. */
  async older(id: string): Promise<void> {
    await this.live.openOlder(id).catch(() => undefined);
    await this.notes.load(id).catch(() => undefined);
  }

  /** What is known of a conversation, which may be no more than that it is there. */
  view(id: string): ConversationView {
    return this.live.list.peek().get(id) ?? { id, status: 'waiting', lastSeq: 0, unread: 0 };
  }

  #hear(frame: ServerFrame): void {
    switch (frame.type) {
      case 'welcome': {
        this.presence.value = frame.agent?.status ?? this.presence.peek();
        this.reason.value = frame.agent?.reason;
        this.offers.value = [];
        void this.labels.load();
        void this.lists.fetch(frame.conversations, frame.more ? ['waiting', 'open'] : ['open']);
        const id = this.current.peek();
        if (id) this.show(id);
        return;
      }
      case 'ok':
        if (frame.conversation) this.live.learn([frame.conversation]);
        return;
      case 'visitor':
        return this.visitors.changed(frame.visitor, () => this.current.peek());
      case 'presence':
        this.colleagues.hear(frame);
        if (frame.agent !== this.live.me.peek()?.id) return;
        this.presence.value = frame.status;
        this.reason.value = frame.reason;
        return;
      case 'message':
        if (frame.kind === 'event' && frame.event?.type === 'joined' && this.#askedIn(frame.event))
          this.alerts.call(frame.event.by?.name ?? '', frame.event.agent?.name ?? '', frame.conversation);
        if (frame.author.kind === 'visitor' && this.lists.isMine(this.view(frame.conversation)) && !this.#reading(frame.conversation))
          this.alerts.call(frame.author.name, 'text' in frame ? (frame.text ?? '') : '', frame.conversation);
        return;
      case 'offer':
        this.alerts.call(frame.visitor?.name || departmentOf(frame), frame.preview ?? this.view(frame.conversation).preview ?? departmentOf(frame), frame.conversation);
        void this.visitors.load(frame.conversation).catch(() => undefined);
        this.offers.value = [...this.offers.peek().filter((offer) => offer.conversation !== frame.conversation), running(frame)];
        return;
      case 'overdue':
        void clocks().then(({ missed }) => this.alerts.call(...missed(frame), frame.conversation));
        return;
      case 'offerEnded':
        return this.#endOffer(frame.conversation);
      case 'status':
        if (frame.summary) this.lists.told(frame.summary);
        if (frame.status !== 'waiting') this.#endOffer(frame.conversation);
        return;
      default:
    }
  }

  /** The last row of a conversation that is known here. */
  #last(id: string): number {
    return Math.max(this.live.log(id).peek().last, this.view(id).lastSeq);
  }

  #reading(id: string): boolean {
    return this.current.peek() === id && this.#visible.peek();
  }

  #endOffer(id: string): void {
    this.offers.value = this.offers.peek().filter((offer) => offer.conversation !== id);
  }

  /** By somebody else: who writes into a colleague's conversation joins it, and needs no bell for that. */
  #askedIn({ agent, by }: { readonly agent?: Party | undefined; readonly by?: Party | undefined }): boolean {
    const me = this.live.me.peek()?.id;
    return agent?.id === me && by?.id !== me;
  }

  readonly #look = (): void => {
    this.#visible.value = document.visibilityState === 'visible';
  };
}
