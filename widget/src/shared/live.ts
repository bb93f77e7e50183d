import type { ReadonlySignal, Signal } from './signals';
import { signal } from './signals';
import type { Author, Entry, Message } from './entries';
import { isNote } from './entries';
import type { ConversationView, MessageFrame, Party, Pong, Sent, ServerFrame, Side, Welcome } from './frames';
import type { Log } from './log';
import { emptyLog, hasOlder, merge, missingAfter, raiseHead } from './log';
import type { Unsent } from './outbox';
import { Outbox } from './outbox';
import type { Store } from './store';
import type { Summaries } from './summaries';
import { assignedTo, listed, marked, rowArrived, statusChanged } from './summaries';
import type { ConnectionState, Request } from './transport';
import { Transport } from './transport';

export interface LiveOptions {
  readonly side: Side;
  readonly url: string;
  /** Whose outbox this is: the site's key, or the agent's account. */
  readonly owner: string;
  readonly store: Store;
  token(renew: boolean): Promise<string>;
  readonly socket?: (url: string) => WebSocket;
}

const PAGE = 50;
const HEAL_PAGE = 200;
/** More the server does not take; the others are healed by the heads of `welcome`. */
const MOST_RESUMED = 200;
/** A replay may still be under way when a head is announced; only then is the range asked for. */
const HEAL_AFTER = 1_500;
const TYPING_LASTS = 8_000;
const TYPING_EVERY = 3_000;

/**
 * Every conversation of one visitor or agent, live. The socket is a hint and `history` the truth: rows are merged into
 * logs by seq, holes are asked for, and what is written here waits in the outbox until the server has it.
 */
export class LiveConversations {
  readonly connection: Signal<ConnectionState> = signal<ConnectionState>('connecting');
  readonly me: Signal<Party | undefined> = signal<Party | undefined>(undefined);
  readonly list: Signal<Summaries> = signal<Summaries>(new Map());
  /** Counts the changes of the outbox, for those who draw it. */
  readonly unsentChanges: Signal<number> = signal(0);
  readonly outbox: Outbox;
  private readonly transport: Transport;
  private readonly logs = new Map<string, Signal<Log>>();
  private readonly typists = new Map<string, Signal<Author | undefined>>();
  private readonly typingTimers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly typedAt = new Map<string, number>();
  private readonly healing = new Set<string>();
  private readonly notesAsked = new Map<string, number>();
  private readonly listeners = new Set<(frame: ServerFrame) => void>();

  constructor(private readonly options: LiveOptions) {
    this.transport = new Transport({
      ...options,
      resume: () => Object.fromEntries([...this.logs].map(([id, log]) => [id, log.peek().last] as const).filter(([, last]) => last).slice(-MOST_RESUMED)),
      onFrame: (frame) => this.receive(frame),
      onState: (state) => this.changeState(state),
    });
    this.outbox = new Outbox({
      store: options.store,
      owner: options.owner,
      request: (request) => this.transport.request(request),
      onSent: (item, sent) => this.sent(item, sent),
      onChange: () => this.unsentChanges.value++,
    });
  }

  start(): void {
    this.transport.start();
  }

  stop(): void {
    this.transport.stop();
  }

  /** Hears every frame after it was applied. */
  listen(listener: (frame: ServerFrame) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  request(request: Request): Promise<ServerFrame> {
    return this.transport.request(request);
  }

  /** Takes what REST says about conversations into the list. */
  learn(views: readonly ConversationView[]): void {
    this.list.value = listed(this.list.peek(), views);
  }

  log(id: string): ReadonlySignal<Log> {
    return this.logSignal(id);
  }

  typist(id: string): ReadonlySignal<Author | undefined> {
    return this.typistSignal(id);
  }

  /** Loads the newest page of a conversation unless it is there already. */
  async open(id: string): Promise<void> {
    if (!this.logSignal(id).peek().rows.length) await this.page(id);
  }

  /** Loads the page before the first row we have. */
  async openOlder(id: string): Promise<void> {
    const log = this.logSignal(id).peek();
    if (hasOlder(log)) await this.page(id, log.rows[0]?.seq);
  }

  /** Tells the other side that everything up to the last row has been seen here. */
  markRead(id: string): void {
    const seq = this.logSignal(id).peek().last;
    const view = this.list.peek().get(id);
    if (!view || (view.readSeq ?? 0) >= seq || !this.transport.send({ type: 'read', conversation: id, seq })) return;
    this.list.value = marked(this.list.peek(), { type: 'read', conversation: id, seq, by: this.author() }, this.options.side);
  }

  /** Says that somebody is writing here, at most every few seconds; or has stopped. */
  typing(id: string, on: boolean): void {
    const last = this.typedAt.get(id) ?? 0;
    if (on ? Date.now() - last < TYPING_EVERY : !last) return;
    this.typedAt.set(id, on ? Date.now() : 0);
    this.transport.send({ type: 'typing', conversation: id, on });
  }

  private receive(frame: ServerFrame): void {
    this.apply(frame);
    this.listeners.forEach((listener) => listener(frame));
  }

  private apply(frame: ServerFrame): void {
    const { side } = this.options;
    switch (frame.type) {
      case 'welcome':
        return this.welcomed(frame);
      case 'message':
        return this.arrived(frame);
      case 'history':
        return this.add(frame.messages);
      case 'read':
      case 'delivered':
        this.list.value = marked(this.list.peek(), frame, side);
        return;
      case 'status':
        this.list.value = statusChanged(this.list.peek(), frame);
        return;
      case 'assigned':
        this.list.value = assignedTo(this.list.peek(), frame);
        return;
      case 'typing':
        return this.showTyping(frame.conversation, frame.on ? frame.by : undefined);
      case 'ok':
        if (frame.conversation) this.learn([frame.conversation]);
        return this.add(frame.note ? [frame.note] : []);
      case 'pong':
        return this.compare(frame);
      default:
    }
  }

  private welcomed(frame: Welcome): void {
    this.me.value = frame.visitor ?? frame.agent;
    this.list.value = listed(this.list.peek(), frame.conversations);
    this.compare({
      type: 'pong',
      heads: Object.fromEntries(frame.conversations.map((view) => [view.id, view.lastSeq])),
      ...(frame.notes && { notes: frame.notes }),
    });
    this.outbox.setOnline(true);
  }

  private arrived({ type: _, ...entry }: MessageFrame): void {
    if (entry.clientId) this.outbox.settle(entry.clientId, entry.conversation);
    if (this.typistSignal(entry.conversation).peek()?.id === entry.author.id) this.showTyping(entry.conversation, undefined);
    this.add([entry as Entry]);
  }

  private add(entries: readonly Entry[]): void {
    for (const entry of entries) {
      if (!isNote(entry)) this.list.value = rowArrived(this.list.peek(), entry, this.options.side);
    }
    for (const id of new Set(entries.map((entry) => entry.conversation))) {
      // A log begins with its newest page or its first row; what arrives before is in that page.
      const first = entries.some((entry) => entry.conversation === id && !isNote(entry) && entry.seq === 1);
      if (!this.logs.has(id) && !first) continue;
      const log = this.logSignal(id);
      log.value = merge(log.peek(), entries.filter((entry) => entry.conversation === id));
      void this.heal(id);
    }
  }

  private compare(frame: Pong): void {
    for (const [id, head] of Object.entries(frame.heads ?? {})) {
      const log = this.logs.get(id);
      if (!log) continue;
      log.value = raiseHead(log.peek(), head);
      if (missingAfter(log.peek()) !== undefined) setTimeout(() => void this.heal(id), HEAL_AFTER);
    }
    for (const [id, count] of Object.entries(frame.notes ?? {})) {
      const log = this.logs.get(id)?.peek();
      if (log?.rows.length && count > log.notes.length && this.notesAsked.get(id) !== count) {
        this.notesAsked.set(id, count);
        this.fetchNotes(id).catch(() => this.notesAsked.delete(id));
      }
    }
  }

  /** Asks for what is missing until nothing is, or the server has no more to give. */
  private async heal(id: string): Promise<void> {
    if (this.healing.has(id)) return;
    this.healing.add(id);
    try {
      for (let after = missingAfter(this.logSignal(id).peek()); after !== undefined; ) {
        await this.transport.request({ type: 'history', conversation: id, after, limit: HEAL_PAGE });
        const still = missingAfter(this.logSignal(id).peek());
        after = still === after ? undefined : still;
      }
    } catch {
      // The line was lost: the next welcome or pong names the head again.
    } finally {
      this.healing.delete(id);
    }
  }

  /** Notes come with `history` after a seq only: every one that stands behind it or later, as many as fit into a frame. */
  private async fetchNotes(id: string): Promise<void> {
    let after = (this.logSignal(id).peek().rows[0]?.seq ?? 1) - 1;
    for (let known = -1; known < this.logSignal(id).peek().notes.length; ) {
      known = this.logSignal(id).peek().notes.length;
      await this.transport.request({ type: 'history', conversation: id, after, limit: 1 });
      after = Math.max(after, this.logSignal(id).peek().notes.at(-1)?.after ?? 0);
    }
  }

  private async page(id: string, before?: number): Promise<void> {
    await this.transport.request({ type: 'history', conversation: id, limit: PAGE, ...(before && { before }) });
    if (this.options.side === 'agent') await this.fetchNotes(id);
  }

  private changeState(state: ConnectionState): void {
    this.connection.value = state;
    if (state !== 'online') this.outbox.setOnline(false);
  }

  private showTyping(id: string, who: Author | undefined): void {
    clearTimeout(this.typingTimers.get(id));
    this.typistSignal(id).value = who;
    if (who) this.typingTimers.set(id, setTimeout(() => this.showTyping(id, undefined), TYPING_LASTS));
  }

  private author(): Author {
    const me = this.me.peek();
    return { kind: this.options.side, id: me?.id ?? '', name: me?.name ?? '' };
  }

  /**
   * What we sent does not come back on the socket that sent it: its row is made from the answer. Not so with files: whether
   * they have been checked by now only the server knows, so their row is asked for.
   */
  private async sent(item: Unsent, sent: Sent): Promise<void> {
    if (!item.files?.length) return this.add([this.rowOf(item, sent)]);
    this.logSignal(sent.conversation);
    await this.transport
      .request({ type: 'history', conversation: sent.conversation, after: sent.seq - 1, limit: 1 })
      .catch(() => this.compare({ type: 'pong', heads: { [sent.conversation]: sent.seq } }));
  }

  private rowOf(item: Unsent, sent: Sent): Message {
    return {
      conversation: sent.conversation,
      id: sent.id,
      seq: sent.seq,
      at: sent.at,
      clientId: item.clientId,
      author: this.author(),
      kind: 'text',
      text: item.text,
    };
  }

  private logSignal(id: string): Signal<Log> {
    return remembered(this.logs, id, () => emptyLog(id));
  }

  private typistSignal(id: string): Signal<Author | undefined> {
    return remembered<Author | undefined>(this.typists, id, () => undefined);
  }
}

function remembered<T>(known: Map<string, Signal<T>>, id: string, first: () => T): Signal<T> {
  const old = known.get(id);
  if (old) return old;
  const fresh = signal(first());
  known.set(id, fresh);
  return fresh;
}
