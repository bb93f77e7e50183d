import type { ConversationView } from '../shared/frames';
import type { ReadonlySignal, Signal } from '../shared/signals';
import { signal } from '../shared/signals';
import type { AgentSession } from './session';

/** A page of the host site that the visitor came to. */
export interface Step {
  readonly url: string;
  readonly title?: string;
  readonly at: string;
}

/** What a colleague noted on the person. */
export interface PersonNote {
  readonly id: string;
  readonly author: { readonly id: string; readonly name: string };
  readonly at: string;
  readonly text: string;
}

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
  /** Of the network, for those whose role may see it. */
  readonly address?: string;
  /** The last ones it came to while it talked, newest first. */
  readonly pages: readonly Step[];
  /** Newest first. */
  readonly notes: readonly PersonNote[];
  /** What it filled in before this conversation. */
  readonly answers: readonly { readonly name: string; readonly kind: string; readonly label: string; readonly answer: string | true }[];
  /** What the host site says of it: claimed. */
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
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
  #asking: Promise<unknown> = Promise.resolve();
  /** How often there was news. */
  #news = 0;

  constructor(session: AgentSession) {
    this.#session = session;
  }

  of(conversation: string): ReadonlySignal<Known | undefined> {
    return this.#page(conversation);
  }

  /** Knows nothing of it any more. */
  forget(conversation: string): void {
    this.#pages.delete(conversation);
  }

  async load(conversation: string): Promise<void> {
    const before = this.#news;
    const facts = await this.#session.get<VisitorFacts>(`conversations/${conversation}/visitor`);
    const all = await this.#session.get<{ items: readonly ConversationView[] }>(`conversations?visitor=${facts.id}&limit=${MOST_EARLIER}`);
    this.#page(conversation).value = { facts, earlier: all.items.filter(({ id }) => id !== conversation) };
    // News that came in between may not be in it, and found nothing to renew.
    if (before !== this.#news) await this.#refresh(conversation);
  }

  /** There is news of a visitor: asked for at once where it is in front. One after the other, so that the newest stays. */
  changed(visitor: string, front: () => string | undefined): void {
    this.#news++;
    this.#asking = this.#asking.then(() => this.#again(visitor, front())).catch(() => undefined);
  }

  async #again(visitor: string, conversation: string | undefined): Promise<void> {
    if (conversation && this.#page(conversation).peek()?.facts.id === visitor) await this.#refresh(conversation);
  }

  async #refresh(conversation: string): Promise<void> {
    const facts = await this.#session.get<VisitorFacts>(`conversations/${conversation}/visitor`);
    const page = this.#page(conversation);
    page.value = { facts, earlier: page.peek()?.earlier ?? [] };
  }

  /** Notes something on the person. Rejects with the server's refusal when it is not taken. */
  async note(conversation: string, text: string): Promise<void> {
    await this.#session.post(`conversations/${conversation}/visitor/notes`, { text });
    await this.#refresh(conversation);
  }

  /** Takes a note away. Rejects with the server's refusal when it stays. */
  async removeNote(conversation: string, note: string): Promise<void> {
    await this.#session.delete(`visitor-notes/${note}`);
    await this.#refresh(conversation);
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
