import type { FileView } from './entries';
import type { Sent } from './frames';
import { uuid } from './ids';
import type { Store } from './store';
import type { Request } from './transport';
import { Refusal } from './transport';

/** What waits to be sent. `thread` holds together what belongs to a conversation that has no name yet. */
export interface Unsent {
  readonly clientId: string;
  readonly thread: string;
  readonly conversation?: string;
  readonly note?: boolean;
  readonly text: string;
  readonly files?: readonly FileView[];
  /** Id of the message it answers. */
  readonly replyTo?: string | undefined;
  /** What was filled in before the first message of a thread. */
  readonly form?: Readonly<Record<string, string>>;
  /** Place in the order of writing. */
  readonly at: number;
  readonly failed?: string;
}

/** waiting = no line, or its turn has not come; sending = on its way. */
export type UnsentState = 'waiting' | 'sending' | 'failed';

export interface OutboxOptions {
  readonly store: Store;
  /** Names the owner, so that two sites (or accounts) in one browser never mix. */
  readonly owner: string;
  readonly request: (request: Request) => Promise<unknown>;
  /** Done before the item leaves the outbox, so that the message is never in neither place. Not called for notes. */
  onSent(item: Unsent, sent: Sent): Promise<void>;
  onChange(): void;
}

const RETRY_AFTER = 3_000;
const RETRY_AT_LEAST_EVERY = 30_000;

/**
 * Keeps what was written until the server has it: survives reload, goes out in order, one message in flight per
 * conversation. Two tabs may both send the same item; the server knows it by its clientId and answers alike.
 */
export class Outbox {
  readonly #items = new Map<string, Unsent>();
  readonly #inFlight = new Set<string>();
  #online = false;
  readonly #prefix: string;
  #clock = 0;
  /** In a row: each makes the next attempt wait longer. */
  #refusals = 0;

  readonly #options: OutboxOptions;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#prefix = `parley:outbox:${options.owner}:`;
    for (const key of options.store.keys(this.#prefix)) {
      const item = read(options.store.get(key));
      if (item) this.#items.set(item.clientId, item);
    }
  }

  /** Adds words or files to a conversation, or to a thread that is to become one. */
  add(message: Omit<Unsent, 'clientId' | 'at' | 'failed'>): Unsent {
    this.#clock = Math.max(Date.now(), this.#clock + 1);
    const item: Unsent = { ...message, clientId: uuid(), at: this.#clock };
    this.#keep(item);
    this.#pump();
    return item;
  }

  /** Everything of one thread or conversation that is not sent yet, in order. */
  of(thread: string): readonly Unsent[] {
    return this.all().filter((item) => item.thread === thread || item.conversation === thread);
  }

  all(): readonly Unsent[] {
    return [...this.#items.values()].sort((a, b) => a.at - b.at || (a.clientId < b.clientId ? -1 : 1));
  }

  stateOf(item: Unsent): UnsentState {
    if (item.failed) return 'failed';
    return this.#inFlight.has(item.clientId) ? 'sending' : 'waiting';
  }

  /** Tries a refused item once more, under a new clientId where the old one was in conflict. */
  retry(clientId: string): void {
    const item = this.#items.get(clientId);
    if (!item) return;
    const { failed, ...rest } = item;
    if (failed === 'conflict') this.#remove(clientId);
    this.#keep(failed === 'conflict' ? { ...rest, clientId: uuid() } : rest);
    this.#pump();
  }

  /** Gives an item up; what waited behind it goes on. */
  discard(clientId: string): void {
    this.#remove(clientId);
    this.#pump();
  }

  /** The line stands (again), or is gone. */
  setOnline(online: boolean): void {
    this.#online = online;
    this.#pump();
  }

  #pump(): void {
    this.#options.onChange();
    if (!this.#online) return;
    const busy = new Set<string>();
    for (const item of this.all()) {
      const lane = item.conversation ?? item.thread;
      // One at a time, and a failed message holds back what was written after it: order is kept.
      if (!busy.has(lane) && !item.failed && !this.#inFlight.has(item.clientId)) void this.#sendOne(item);
      busy.add(lane);
    }
  }

  async #sendOne(item: Unsent): Promise<void> {
    this.#inFlight.add(item.clientId);
    this.#options.onChange();
    try {
      await this.#sent(item, (await this.#options.request(requestFor(item))) as Sent);
    } catch (problem) {
      this.#refused(item, problem);
    }
  }

  async #sent(item: Unsent, answer: Sent): Promise<void> {
    this.#refusals = 0;
    if (!item.note) await this.#options.onSent(item, answer);
    this.settle(item.clientId, item.note ? item.conversation : answer.conversation);
  }

  /** The message is known to be in the conversation: from its answer, or because another tab sent it. */
  settle(clientId: string, conversation: string | undefined): void {
    const item = this.#items.get(clientId);
    if (!item) return;
    // Those that waited for the conversation's name get it before the first one is let go of.
    for (const other of this.#items.values()) {
      if (conversation && other.thread === item.thread && !other.conversation) this.#keep({ ...other, conversation });
    }
    this.discard(clientId);
  }

  #refused(item: Unsent, problem: unknown): void {
    this.#inFlight.delete(item.clientId);
    const retry = problem instanceof Refusal && problem.retry;
    if (!this.#items.has(item.clientId)) return;
    if (!retry) this.#keep({ ...item, failed: problem instanceof Refusal ? problem.code : 'unavailable' });
    else if (this.#online) setTimeout(() => this.#pump(), Math.min(RETRY_AFTER * 2 ** this.#refusals++, RETRY_AT_LEAST_EVERY));
    this.#options.onChange();
  }

  #remove(clientId: string): void {
    this.#items.delete(clientId);
    this.#inFlight.delete(clientId);
    this.#options.store.remove(this.#prefix + clientId);
  }

  #keep(item: Unsent): void {
    this.#items.set(item.clientId, item);
    this.#options.store.set(this.#prefix + item.clientId, JSON.stringify(item));
  }
}

function requestFor(item: Unsent): Request {
  const { clientId, conversation, text, replyTo, form } = item;
  if (item.note && conversation) return { type: 'note', clientId, conversation, text };
  return {
    type: 'send',
    clientId,
    text,
    replyTo,
    form,
    ...(conversation && { conversation }),
    ...(item.files?.length && { files: item.files.map((file) => file.id) }),
  };
}

function read(stored: string | null): Unsent | undefined {
  try {
    const item = JSON.parse(stored ?? '') as Unsent;
    return item.clientId && item.thread ? item : undefined;
  } catch {
    return undefined;
  }
}
