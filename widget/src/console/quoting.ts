import { hasOlder, timeline } from '../shared/log';
import type { Signal } from '../shared/signals';
import { signal } from '../shared/signals';
import type { AgentDesk } from './desk';

/** Older pages that a jump loads at most: some thousand messages. Who looks for more searches. */
const MOST_PAGES = 60;

/** Answers to a particular message: which one the draft quotes, and the way back to it. */
export class Quoting {
  /** The message that takes the focus as soon as it is drawn. */
  readonly sought: Signal<string | undefined> = signal<string | undefined>(undefined);

  readonly #desk: AgentDesk;

  constructor(desk: AgentDesk) {
    this.#desk = desk;
  }

  /** The next reply answers this message. */
  quote(conversation: string, message: string): void {
    this.#desk.write(conversation, { mode: 'reply', quote: message });
    focusComposer();
  }

  /** Quotes the message that has the focus, else what the visitor said last. */
  quoteNearest(conversation: string): void {
    const focused = document.activeElement?.closest<HTMLElement>('[data-message]')?.dataset['message'];
    const said = timeline(this.#desk.live.log(conversation).peek()).filter(({ kind, author }) => kind !== 'event' && author.kind === 'visitor');
    const message = focused ?? said.at(-1)?.id;
    if (message) this.quote(conversation, message);
  }

  drop(conversation: string): void {
    this.#desk.write(conversation, { quote: undefined });
    focusComposer();
  }

  /** Brings a message into view, and loads what is older until it is there. */
  async seek(conversation: string, message: string): Promise<void> {
    const log = this.#desk.live.log(conversation);
    const there = (): boolean => log.peek().rows.some(({ id }) => id === message);
    for (let first = 0, page = 0; !there() && hasOlder(log.peek()) && page < MOST_PAGES; page++) {
      await this.#desk.older(conversation);
      // Without a line nothing comes.
      if (log.peek().rows[0]?.seq === first) return;
      first = log.peek().rows[0]?.seq ?? 0;
    }
    if (there() && this.#desk.current.peek() === conversation) this.sought.value = message;
  }
}

export function focusComposer(): void {
  document.querySelector<HTMLElement>('parley-workspace .pw-composer textarea')?.focus();
}
