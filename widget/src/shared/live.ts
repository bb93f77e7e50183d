import type { Author, Entry, Message, Row } from './entries';
import { isNote } from './entries';
import type { ClientFrame, ConversationView, Party, Sent, ServerFrame, Side } from './frames';
import type { Log } from './log';
import { EMPTY, hasOlder, merge, missingAfter, raiseHead } from './log';
import type { Unsent } from './outbox';
import { Outbox } from './outbox';
import type { ReadonlySignal, Signal } from './signals';
import { signal } from './signals';
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
  /** By conversation. Whoever takes one away lets go of its rows, until it is opened again. */
  readonly logs = new Map<string, Signal<Log>>();
  readonly #transport: Transport;
  readonly #side: Side;
  readonly #typists = new Map<string, Signal<Author | undefined>>();
  readonly #typingTimers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #typedAt = new Map<string, number>();
  readonly #healing = new Set<string>();
  readonly #listeners = new Set<(frame: ServerFrame) => void>();

  constructor(options: LiveOptions) {
    this.#side = options.side;
    this.#transport = new Transport({
      ...options,
      resume: () => this.#resume(),
      onFrame: (frame) => {
        this.#apply(frame);
        this.#listeners.forEach((listener) => listener(frame));
      },
      onState: (state) => {
        this.connection.value = state;
        if (state !== 'online') this.outbox.setOnline(false);
      },
    });
    this.outbox = new Outbox({
      ...options,
      request: (request) => this.request(request),
      onSent: (item, sent) => this.#sent(item, sent),
      onChange: () => this.unsentChanges.value++,
    });
  }

  start(): void {
    this.#transport.start();
  }

  stop(): void {
    this.#transport.stop();
  }

  /** Hears every frame after it was applied. */
  listen(listener: (frame: ServerFrame) => void): void {
    this.#listeners.add(listener);
  }

  request(request: Request): Promise<ServerFrame> {
    return this.#transport.request(request);
  }

  /** Takes what is known of conversations from elsewhere into the list. */
  learn(views: readonly ConversationView[]): void {
    this.list.value = listed(this.list.peek(), views);
  }

  log(id: string): ReadonlySignal<Log> {
    return this.#log(id);
  }

  /** Who writes on the other side; or, where asked of `besides(id)`, on this one. */
  typist(id: string): ReadonlySignal<Author | undefined> {
    return remembered<Author | undefined>(this.#typists, id, undefined);
  }

  /** Loads the newest page of a conversation unless it is there already: of what has come alone since, nobody knows what stands before. */
  async open(id: string, known = this.#log(id).peek().last): Promise<void> {
    if (!known) await this.request({ type: 'history', conversation: id, limit: PAGE });
  }

  /** Loads the page before the first row we have. */
  async openOlder(id: string): Promise<void> {
    const log = this.#log(id).peek();
    if (hasOlder(log)) await this.request({ type: 'history', conversation: id, limit: PAGE, before: log.rows[0]?.seq ?? 1 });
  }

  /** Tells the other side that everything up to the last row has been seen here. */
  markRead(id: string): void {
    const seq = this.#log(id).peek().last;
    const view = this.list.peek().get(id);
    if (!view || (view.readSeq ?? 0) >= seq || !this.#transport.send({ type: 'read', conversation: id, seq })) return;
    this.list.value = marked(this.list.peek(), { type: 'read', conversation: id, seq, by: this.#author() }, this.#side);
  }

  /** Says that somebody is writing here, at most every few seconds; or has stopped. */
  typing(id: string, on: boolean): void {
    const last = this.#typedAt.get(id) ?? 0;
    if (on ? Date.now() - last < TYPING_EVERY : !last) return;
    // What got no line is said again with the next key.
    if (this.#transport.send({ type: 'typing', conversation: id, on })) this.#typedAt.set(id, on ? Date.now() : 0);
  }

  /** Says what needs no answer; false when the line is down. */
  tell(frame: ClientFrame): boolean {
    return this.#transport.send(frame);
  }

  #resume(): Record<string, number> {
    const known = [...this.logs].map(([id, log]) => [id, log.peek().last] as const);
    return Object.fromEntries(known.filter(([, last]) => last).slice(-MOST_RESUMED));
  }

  #apply(frame: ServerFrame): void {
    const list = this.list.peek();
    switch (frame.type) {
      case 'welcome':
        this.me.value = frame.visitor ?? frame.agent;
        this.learn(frame.conversations);
        this.#compare(frame.conversations.map((view) => [view.id, view.lastSeq]));
        return this.outbox.setOnline(true);
      case 'message': {
        const { type: _, ...entry } = frame;
        return this.#arrived(entry as Entry);
      }
      case 'history':
        return this.#add(frame.messages);
      case 'read':
      case 'delivered':
        this.list.value = marked(list, frame, this.#side);
        return;
      case 'status':
        this.list.value = statusChanged(list, frame);
        return;
      case 'assigned':
        this.list.value = assignedTo(list, frame);
        return;
      case 'typing':
        return this.#showTyping(this.#seat(frame.conversation, frame.by), frame.on ? frame.by : undefined);
      case 'pong':
        return this.#compare(Object.entries(frame.heads ?? {}));
      default:
    }
  }

  #arrived(entry: Entry): void {
    const { clientId, conversation, author } = entry;
    if (clientId) this.outbox.settle(clientId, conversation);
    const seat = this.#seat(conversation, author);
    if (this.typist(seat).peek()?.id === author.id) this.#showTyping(seat, undefined);
    this.#add([entry]);
  }

  #add(entries: readonly Entry[]): void {
    const rows = entries.filter((entry): entry is Row => !isNote(entry));
    for (const row of rows) {
      const id = row.conversation;
      this.list.value = rowArrived(this.list.peek(), row, this.#side);
      // A log begins with its newest page or its first row; what arrives before is in that page.
      if (row.seq === 1) this.#log(id);
    }
    for (const id of new Set(rows.map((row) => row.conversation))) {
      const log = this.logs.get(id);
      if (!log) continue;
      log.value = merge(log.peek(), rows.filter((row) => row.conversation === id));
      void this.#heal(id);
    }
  }

  #compare(heads: readonly (readonly [string, number])[]): void {
    for (const [id, head] of heads) {
      const log = this.logs.get(id);
      if (!log) continue;
      log.value = raiseHead(log.peek(), head);
      setTimeout(() => void this.#heal(id), HEAL_AFTER);
    }
  }

  /** Asks for what is missing until nothing is, or the server has no more to give. */
  async #heal(id: string): Promise<void> {
    const log = this.logs.get(id);
    if (!log || this.#healing.has(id)) return;
    this.#healing.add(id);
    try {
      for (let after = missingAfter(log.peek()), asked = 0; after > asked; after = missingAfter(log.peek())) {
        asked = after;
        await this.request({ type: 'history', conversation: id, after, limit: HEAL_PAGE });
      }
    } catch {
      // The line was lost: the next welcome or pong names the head again.
    }
    this.#healing.delete(id);
  }

  /** Who writes over there, and who beside us, are told apart. */
  #seat(id: string, by: Author): string {
    return by.kind === this.#side ? besides(id) : id;
  }

  #showTyping(id: string, who: Author | undefined): void {
    clearTimeout(this.#typingTimers.get(id));
    remembered<Author | undefined>(this.#typists, id, undefined).value = who;
    if (who) this.#typingTimers.set(id, setTimeout(() => this.#showTyping(id, undefined), TYPING_LASTS));
  }

  #author(): Author {
    const { id = '', name = '' } = this.me.peek() ?? {};
    return { kind: this.#side, id, name };
  }

  /**
   * What we sent does not come back on the socket that sent it: its row is made from the answer. Not so with files: whether
   * they have been checked by now only the server knows, so their row is asked for.
   */
  async #sent({ text, files, clientId, replyTo }: Unsent, { conversation, seq, id, at }: Sent): Promise<void> {
    const row: Message = { conversation, seq, id, clientId, at, author: this.#author(), kind: 'text', text, replyTo };
    if (!files?.length) return this.#add([row]);
    this.#log(conversation);
    await this.request({ type: 'history', conversation, after: seq - 1, limit: 1 }).catch(() => this.#compare([[conversation, seq]]));
  }

  #log(id: string): Signal<Log> {
    return remembered(this.logs, id, EMPTY);
  }
}

/** The name under which our own side's typists are kept. */
export function besides(id: string): string {
  return `${id}+`;
}

function remembered<T>(known: Map<string, Signal<T>>, id: string, first: T): Signal<T> {
  const found = known.get(id) ?? signal(first);
  known.set(id, found);
  return found;
}
