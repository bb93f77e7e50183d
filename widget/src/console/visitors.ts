import type { ConversationView } from '../shared/frames';
import type { ReadonlySignal, Signal } from '../shared/signals';
import { signal } from '../shared/signals';
import type { AgentSession } from './session';

/** What the desk knows of a visitor; whatever nobody has said is not there. */
export interface VisitorFacts {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  readonly page?: { readonly url?: string; readonly title?: string; readonly referrer?: string };
  /** What the browser says of itself. */
  readonly browser?: string;
  readonly language?: string;
  readonly timeZone?: string;
  readonly firstSeenAt?: string;
  readonly seenAt?: string;
}

export interface Known {
  readonly facts: VisitorFacts;
  /** The visitor's other conversations, newest first. */
  readonly earlier: readonly ConversationView[];
}

const MOST_EARLIER = 20;

/** Who the visitors are, by conversation: asked for when one is shown, and again when it is shown again. */
export class VisitorBook {
  readonly #session: AgentSession;
  readonly #pages = new Map<string, Signal<Known | undefined>>();

  constructor(session: AgentSession) {
    this.#session = session;
  }

  of(conversation: string): ReadonlySignal<Known | undefined> {
    return this.#page(conversation);
  }

  async load(conversation: string): Promise<void> {
    const facts = await this.#session.get<VisitorFacts>(`conversations/${conversation}/visitor`);
    const all = await this.#session.get<{ items: readonly ConversationView[] }>(`conversations?visitor=${facts.id}&limit=${MOST_EARLIER}`);
    this.#page(conversation).value = { facts, earlier: all.items.filter(({ id }) => id !== conversation) };
  }

  /** Writes down who it is. Rejects with the server's refusal when it is not taken. */
  async correct(conversation: string, contact: { readonly name: string; readonly email: string }): Promise<VisitorFacts> {
    const facts = await this.#session.put<VisitorFacts>(`conversations/${conversation}/visitor`, contact);
    const page = this.#page(conversation);
    page.value = { facts, earlier: page.peek()?.earlier ?? [] };
    return facts;
  }

  #page(conversation: string): Signal<Known | undefined> {
    const known = this.#pages.get(conversation) ?? signal<Known | undefined>(undefined);
    this.#pages.set(conversation, known);
    return known;
  }
}
