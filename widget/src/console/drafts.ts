import type { Signal } from '../shared/signals';
import { signal } from '../shared/signals';
import type { Store } from '../shared/store';

export type WritingMode = 'reply' | 'note';

/** What an agent is writing in one conversation. */
export interface Draft {
  readonly text: string;
  readonly mode: WritingMode;
  /** Id of the message that a reply answers. */
  readonly quote?: string | undefined;
  /** The last row there was when it was begun. */
  readonly since?: number | undefined;
  /** The colleague who has answered since, where the writer has to be asked. */
  readonly answered?: string | undefined;
  /** A reply that waits a moment before it goes out; a page that ended before is found with it in the field. */
  readonly held?: string | undefined;
}

const NOTHING: Draft = { text: '', mode: 'reply' };

/** Drafts by conversation. They outlive a reload, each agent's apart: the console shows nobody another agent's. */
export class Drafts {
  readonly #store: Store;
  readonly #prefix: string;
  readonly #current: Signal<ReadonlyMap<string, Draft>> = signal<ReadonlyMap<string, Draft>>(new Map());

  constructor(store: Store, account: string) {
    this.#store = store;
    this.#prefix = `parley:draft:${account}:`;
  }

  of(conversation: string): Draft {
    return this.#current.value.get(conversation) ?? this.#kept(conversation);
  }

  change(conversation: string, news: Partial<Draft>): Draft {
    const draft = { ...(this.#current.peek().get(conversation) ?? this.#kept(conversation)), ...news };
    this.#current.value = new Map(this.#current.peek()).set(conversation, draft);
    if (draft.text.trim() || draft.quote || draft.held) this.#store.set(this.#prefix + conversation, JSON.stringify(draft));
    else this.#store.remove(this.#prefix + conversation);
    return draft;
  }

  #kept(conversation: string): Draft {
    try {
      const { text: written, mode, quote, since, held } = JSON.parse(this.#store.get(this.#prefix + conversation) ?? '{}') as Partial<Draft>;
      if (typeof written !== 'string') return NOTHING;
      const text = typeof held === 'string' ? `${held}\n${written}`.trim() : written;
      return { text, mode: mode === 'note' ? 'note' : 'reply', ...(typeof quote === 'string' && { quote }), ...(typeof since === 'number' && { since }) };
    } catch {
      return NOTHING;
    }
  }
}
