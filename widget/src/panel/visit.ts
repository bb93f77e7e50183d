import type { ReadonlySignal, Signal } from '../shared/signals';
import { computed, effect, signal } from '../shared/signals';
import type { ServerFrame } from '../shared/frames';
import { uuid } from '../shared/ids';
import { LiveConversations } from '../shared/live';
import type { PageView, ToPanel } from '../shared/port';
import { browserStore } from '../shared/store';
import { Uploads } from '../shared/uploads';
import type { PanelPage } from './config';
import { HostPage } from './host';
import { VisitorSession } from './session';

/** One visitor in front of one panel: what is shown, what is being written, and the line to the desk. */
export class Visit {
  readonly live: LiveConversations;
  /** The conversation in front: its id, or that of a thread which is to become one; undefined at home. */
  readonly current: Signal<string | undefined> = signal<string | undefined>(undefined);
  readonly draft: Signal<string> = signal('');
  readonly shown: Signal<boolean>;
  readonly uploads: Uploads;
  readonly open: Signal<boolean>;
  readonly nextChange: Signal<string | undefined>;
  readonly queue: Signal<Extract<ServerFrame, { type: 'queue' }> | undefined> = signal<Extract<ServerFrame, { type: 'queue' }> | undefined>(undefined);
  readonly unread: ReadonlySignal<number>;
  private readonly visible = signal(document.visibilityState === 'visible');
  private readonly host: HostPage | undefined;
  private readonly session: VisitorSession;
  private readonly drafts = new Map<string, string>();
  private readonly named = new Map<string, string>();
  private page: PageView = { url: location.href, title: document.title, referrer: document.referrer };

  constructor(readonly panel: PanelPage) {
    const framed = panel.mode === 'frame';
    this.shown = signal(!framed);
    this.open = signal(panel.config.open ?? true);
    this.nextChange = signal(panel.config.nextChange);
    this.session = new VisitorSession(panel.site, () => this.page);
    this.uploads = new Uploads(() => this.session.token());
    this.live = new LiveConversations({
      side: 'visitor',
      url: `${location.origin.replace(/^http/, 'ws')}/ws/visitor`,
      owner: panel.site,
      store: browserStore(),
      token: (renew) => this.session.token(renew),
    });
    this.unread = computed(() => [...this.live.list.value.values()].reduce((sum, view) => sum + (view.unread || 0), 0));
    this.live.listen((frame) => this.hear(frame));
    this.resumeThread();
    if (framed) this.host = this.meetHost();
    else this.live.start();
    this.watch();
  }

  /** Goes to a conversation, to a new one, or home. */
  show(id: string | undefined): void {
    const from = this.current.peek();
    if (from) this.drafts.set(from, this.draft.peek());
    this.current.value = id;
    this.draft.value = (id && this.drafts.get(id)) || '';
    if (id && !isThread(id)) void this.live.open(id).catch(() => undefined);
  }

  begin(): void {
    this.show(`new:${uuid()}`);
  }

  send(text: string): void {
    const thread = this.current.peek();
    if (!thread || !text.trim()) return;
    this.live.outbox.add({ ...this.place(thread), text: text.trim() });
    this.draft.value = '';
    if (!isThread(thread)) this.live.typing(thread, false);
  }

  type(text: string): void {
    this.draft.value = text;
    const id = this.current.peek();
    if (id && !isThread(id)) this.live.typing(id, !!text);
  }

  /** Sends a file at once, and its message when it has arrived. */
  async attach(file: File): Promise<void> {
    const thread = this.current.peek();
    const view = thread && (await this.uploads.start(thread, file));
    if (view) this.live.outbox.add({ ...this.place(thread), text: '', files: [view] });
  }

  async end(id: string): Promise<void> {
    await this.live.request({ type: 'close', conversation: id }).catch(() => undefined);
  }

  closePanel(): void {
    this.host?.tell('close');
  }

  private place(thread: string): { thread: string; conversation?: string } {
    const conversation = isThread(thread) ? this.named.get(thread) : thread;
    return { thread, ...(conversation && { conversation }) };
  }

  /** What was written before a reload and never got a conversation is shown again at once. */
  private resumeThread(): void {
    const lost = this.live.outbox.all().find((item) => !item.conversation);
    if (lost) this.current.value = lost.thread;
  }

  private meetHost(): HostPage {
    const { site, config } = this.panel;
    return new HostPage({
      site,
      origins: config.origins,
      onHandshake: (page, intent) => {
        this.page = page;
        if (intent) this.live.start();
        this.host?.tell('ready');
        this.host?.tell('unread', this.unread.peek());
      },
      onMessage: (message) => this.obey(message),
    });
  }

  private obey(message: ToPanel): void {
    if (message.do === 'page') this.page = message.page;
    if (message.do !== 'shown' && message.do !== 'hidden') return;
    this.shown.value = message.do === 'shown';
    if (this.shown.peek()) this.live.start();
  }

  private hear(frame: ServerFrame): void {
    switch (frame.type) {
      case 'sent':
        return this.nameThread(frame.clientId, frame.conversation);
      case 'welcome': {
        const id = this.current.peek();
        if (id && !isThread(id)) void this.live.open(id).catch(() => undefined);
        return;
      }
      case 'availability':
        this.open.value = frame.open;
        this.nextChange.value = frame.nextChange ?? undefined;
        return;
      case 'queue':
        this.queue.value = frame;
        return this.host?.tell('queue', { position: frame.position });
      case 'assigned':
        return this.host?.tell('agent', { name: frame.agent.name });
      case 'message':
        return this.host?.tell('message', { conversation: frame.conversation });
      case 'error':
        return this.host?.tell('error', { code: frame.code });
      default:
    }
  }

  /** The answer names the conversation: a new one gets its id, and one closed for long goes on under another. */
  private nameThread(clientId: string, conversation: string): void {
    this.host?.tell('sent', { conversation });
    const item = this.live.outbox.all().find((known) => known.clientId === clientId);
    if (!item) return;
    this.named.set(item.thread, conversation);
    const here = this.current.peek();
    if (here === item.thread || here === item.conversation) this.current.value = conversation;
  }

  private watch(): void {
    document.addEventListener('visibilitychange', () => (this.visible.value = document.visibilityState === 'visible'));
    effect(() => this.host?.tell('unread', this.unread.value));
    effect(() => {
      const id = this.current.value;
      if (!id || isThread(id) || !this.shown.value || !this.visible.value || this.live.connection.value !== 'online') return;
      if (this.live.log(id).value.last) this.live.markRead(id);
    });
  }
}

/** A thread has no conversation yet. */
export function isThread(id: string): boolean {
  return id.startsWith('new:');
}
