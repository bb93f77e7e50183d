import type { ReadonlySignal, Signal } from '../shared/signals';
import { computed, effect, signal } from '../shared/signals';
import type { Availability, ConversationView, ServerFrame } from '../shared/frames';
import { blink } from '../shared/blink';
import { LiveConversations } from '../shared/live';
import type { PageView, ToPanel } from '../shared/port';
import { uuid } from '../shared/ids';
import { browserStore } from '../shared/store';
import type { Refusal } from '../shared/transport';
import type { Uploading } from '../shared/uploads';
import type { PanelPage } from './config';
import type { HostPage } from './host';
import type { Late } from './late/late';
import type { Later } from './later';
import type { Alerts } from './alerts/alerts';
import type { Said } from './said/said';
import type { Arriving } from './arrival/arrival';
import type { Filled } from './arrival/fields';
import type { WaysToReach } from './ways/ways';
import type { LineWord } from './line';
import { lineOf } from './line';
import { VisitorSession } from './session';
import { isThread } from './thread';

type Reach = Pick<Availability, 'open' | 'reason' | 'nextChange' | 'wait' | 'departments'>;

/** One visitor in front of one panel: what is shown, what is being written, and the line to the desk. */
export class Visit {
  readonly live: LiveConversations;
  readonly store = browserStore();
  /** The conversation in front: its id, or that of a thread which is to become one; undefined at home. */
  readonly current: Signal<string | undefined> = signal<string | undefined>(undefined);
  readonly draft: Signal<string> = signal('');
  readonly shown: Signal<boolean>;
  /** Files on their way, see `late/files.ts`. */
  readonly uploads: Signal<readonly Uploading[]> = signal<readonly Uploading[]>([]);
  /** Whether home and conversation stand side by side. */
  readonly roomy: Signal<boolean>;
  /** Whether the conversation's menu is open. */
  readonly menu = signal(false);
  /** Whether the visitor is asked to confirm the end of the conversation. */
  readonly asking = signal(false);
  readonly line: Signal<LineWord>;
  /** Whether somebody can be reached, why, when that changes, and how long whoever begins now would wait. Told anew each minute, since "tomorrow" becomes today. */
  readonly desk: Signal<Reach>;
  /** Places in line, by conversation. */
  readonly queue = signal<Readonly<Record<string, Extract<ServerFrame, { type: 'queue' }>>>>({});
  readonly unread: ReadonlySignal<number>;
  /** Whether a visitor who looks elsewhere hears that something has come. */
  readonly sound: Signal<boolean>;
  readonly #visible = signal(document.visibilityState === 'visible');
  readonly #host: HostPage | undefined;
  readonly session: VisitorSession;
  readonly #drafts = new Map<string, string>();
  /** The thread that was begun last and has nothing sent in it. */
  begun: string | undefined;
  #focused = '';
  #greeted = false;
  readonly #named = new Map<string, string>();
  readonly #page = signal<PageView>({ url: location.href, title: document.title, referrer: document.referrer });

  constructor(
    readonly panel: PanelPage,
    readonly later: Later<Late>,
    readonly said: Later<Said>,
    readonly alerts: Later<Alerts>,
    readonly arrival: Later<Arriving>,
    readonly ways: Later<WaysToReach>,
    host?: HostPage,
  ) {
    const framed = !!host;
    this.#host = host;
    this.shown = signal(!framed);
    const wide = matchMedia('(min-width: 860px)');
    this.roomy = signal(!framed && wide.matches);
    wide.onchange = () => (this.roomy.value = !framed && wide.matches);
    this.desk = signal<Reach>({ open: true, ...panel.config });
    this.session = new VisitorSession(panel.site, () => this.#page.peek(), () => this.#host?.tell('away'));
    this.sound = signal(!this.store.get('parley.sound'));
    this.live = new LiveConversations({
      side: 'visitor',
      url: `${location.origin.replace(/^http/, 'ws')}/ws/visitor`,
      owner: panel.site,
      store: this.store,
      token: (renew) => this.session.token(renew),
    });
    this.line = lineOf(this.live.connection);
    this.unread = computed(() => [...this.live.list.value.values()].reduce((sum, view) => sum + (view.unread || 0), 0));
    this.live.listen((frame) => this.#hear(frame));
    this.#resumeThread();
    if (host) void this.#meet(host);
    else {
      this.live.start();
      effect(() => {
        blink(this.#visible.value ? 0 : this.unread.value);
      });
    }
    this.#watch();
  }

  /** Goes to a conversation, to a new one, or home. */
  show(id: string | undefined): void {
    const from = this.current.peek();
    if (from) this.#drafts.set(from, this.draft.peek());
    this.current.value = id;
    this.draft.value = (id && this.#drafts.get(id)) || '';
    this.asking.value = this.menu.value = false;
    if (id && !isThread(id)) void this.live.open(id).catch(() => undefined);
  }

  /** Begins a conversation, or goes on with one that was begun and not sent. */
  begin(): void {
    this.show((this.begun ??= `new:${uuid()}`));
  }

  send(text: string): void {
    const thread = this.current.peek();
    if (!thread || !text.trim() || this.#held(thread)) return;
    // The page on which a conversation begins says who answers it.
    if (isThread(thread)) this.#walk(this.#page.peek());
    this.live.outbox.add({ ...this.place(thread), text: text.trim(), replyTo: this.said.code.peek()?.take(thread) });
    this.begun = undefined;
    this.draft.value = '';
    if (!isThread(thread)) this.live.typing(thread, false);
  }

  #walk(page: PageView): boolean {
    return this.live.tell({ type: 'page', ...page });
  }

  type(text: string): void {
    this.draft.value = text;
    const id = this.current.peek();
    if (id && !isThread(id)) this.live.typing(id, !!text);
  }

  /** Sends a file to where the visitor is now. */
  async attach(file: File): Promise<void> {
    const thread = this.current.peek();
    if (thread && !this.#held(thread)) (await this.later.need()).attach(thread, file);
  }

  /** Whether something is to be put right first; also until it is there what knows that. */
  #held(thread: string): unknown {
    const arrival = this.arrival.code.peek();
    return arrival ? arrival.holds(thread) : isThread(thread) && this.panel.config.form;
  }

  /** Lets the visitor choose a file. What sends it is fetched meanwhile. */
  pick(): void {
    void this.later.need();
    document.getElementById('pick')?.click();
  }

  toggleMenu(): void {
    void this.later.need();
    this.menu.value = !this.menu.value;
  }

  async end(id: string): Promise<void> {
    this.asking.value = false;
    await this.live.request({ type: 'close', conversation: id }).catch(() => undefined);
  }

  closePanel(): void {
    this.#host?.tell('close');
  }

  /** The field was drawn: it takes the focus when another conversation, or the panel, has just been opened. */
  focus(field: HTMLElement | null, here: string): void {
    // Preact tells of an element before it stands in the document.
    if (field && here && here !== this.#focused) queueMicrotask(() => field.focus());
    if (field) this.#focused = here;
  }

  /** Where a message goes: the conversation of a thread, as soon as it has one; until then, with what was filled in before. */
  place(thread: string): { thread: string; conversation?: string; form?: Filled } {
    const conversation = isThread(thread) ? this.#named.get(thread) : thread;
    return { thread, ...(conversation ? { conversation } : this.arrival.code.peek()?.form(thread)) };
  }

  /** What was written before a reload and never got a conversation is shown again at once. */
  #resumeThread(): void {
    const lost = this.live.outbox.all().find((item) => !item.conversation);
    if (lost) this.current.value = lost.thread;
  }

  async #meet(host: HostPage): Promise<void> {
    const { page, intent } = await host.handshake;
    this.#page.value = page;
    if (intent) setTimeout(() => this.live.start());
    host.tell('ready');
    effect(() => host.tell('unread', this.unread.value));
    host.listen((message) => this.#obey(message));
    // before the desk has said so nobody knows
    effect(() => {
      if (this.live.me.value) host.tell('talking', [...this.live.list.value.values()].some((view) => view.status !== 'closed'));
    });
  }

  #obey(message: ToPanel): void {
    if (message.do === 'page') this.#page.value = message.page;
    else if (message.do === 'call') void this.#call(message.name, message.args[0]);
    else if ((this.shown.value = message.do === 'shown')) {
      this.live.start();
      // The page has given the focus to this frame, but to the document before this one.
      focus();
    }
  }

  async #call(name: string, given: unknown): Promise<void> {
    const { call } = await this.later.need();
    await call(name, given).catch(({ code, message }: Refusal) => this.#host?.tell('error', { code, message }));
  }

  /** Whether the visitor has this conversation's end in front of the eyes. */
  #reading(id: string): boolean {
    return this.shown.peek() && this.#visible.peek() && this.current.peek() === id && !!this.said.code.peek()?.following.atEnd;
  }

  #hear(frame: ServerFrame): void {
    switch (frame.type) {
      case 'sent':
        return this.#nameThread(frame.clientId, frame.conversation);
      case 'welcome': {
        const id = this.current.peek();
        if (id && !isThread(id)) void this.live.open(id).catch(() => undefined);
        else this.#goOn(frame.conversations);
        return;
      }
      case 'availability':
        this.desk.value = frame;
        return;
      case 'queue':
        this.queue.value = { ...this.queue.peek(), [frame.conversation]: frame };
        return this.#host?.tell('queue', { position: frame.position });
      case 'assigned':
        return this.#host?.tell('agent', { name: frame.agent.name });
      case 'message':
        if (frame.author.kind !== 'visitor' && frame.kind !== 'change' && !this.#reading(frame.conversation) && this.sound.peek())
          void this.alerts.need().then(({ ring }) => ring());
        return this.#host?.tell('message', { conversation: frame.conversation });
      case 'error':
        return this.#host?.tell('error', { code: frame.code });
      default:
    }
  }

  /**
   * A page begins with the conversation that a notification was about, or, with room, with the one that is open, unless something was begun
   * already.
   */
  #goOn(known: readonly ConversationView[]): void {
    const first = !this.#greeted;
    this.#greeted = true;
    const latest = known.find(({ id }) => location.search === `?${id}`) ?? (this.roomy.peek() && known.find((view) => view.status !== 'closed'));
    if (first && latest && !this.draft.peek() && !this.live.outbox.all().length) this.show(latest.id);
  }

  /** The answer names the conversation: a new one gets its id, and one closed for long goes on under another. */
  #nameThread(clientId: string, conversation: string): void {
    this.#host?.tell('sent', { conversation });
    const item = this.live.outbox.all().find((known) => known.clientId === clientId);
    if (!item) return;
    this.#named.set(item.thread, conversation);
    // What begins next is another one: a file alone has begun this.
    if (this.begun === item.thread) this.begun = undefined;
    const here = this.current.peek();
    if (here === item.thread || here === item.conversation) this.current.value = conversation;
  }

  #watch(): void {
    const { serviceWorker } = navigator;
    if (serviceWorker) serviceWorker.onmessage = ({ data }) => this.show(data as string);
    document.onvisibilitychange = () => (this.#visible.value = document.visibilityState === 'visible');
    // False must not come back: it would take every other key from the visitor.
    onkeydown = (event) => {
      // What keeps the focus inside is fetched for whoever uses keys.
      if (event.key === 'Tab') void this.later.need();
      return event.key !== 'Escape' || this.closePanel();
    };
    setInterval(() => (this.desk.value = { ...this.desk.peek() }), 60_000);
    const { form } = this.panel.config;
    if (this.store.get(`parley:begun:${this.panel.site}`)) void this.said.need();
    effect(() => {
      const id = this.current.value;
      // Before there is anything to show: Enter comes soon after the first key.
      if (this.draft.value || this.live.list.value.size) void this.said.need();
      if (!id) return this.roomy.value && this.begin();
      // Who begins while somebody is there is asked nothing, unless the site wants it.
      if (form || !this.desk.value.open) void this.arrival.need();
    });
    let told: PageView;
    effect(() => {
      const page = this.#page.value;
      // Whoever has not talked yet is not followed.
      if (this.live.connection.value === 'online' && this.live.list.value.size && page !== told && this.#walk(page)) told = page;
    });
    effect(() => {
      const id = this.current.value;
      if (!id || isThread(id) || !this.shown.value || !this.#visible.value || this.live.connection.value !== 'online') return;
      if (this.live.log(id).value.last) this.live.markRead(id);
    });
  }
}
