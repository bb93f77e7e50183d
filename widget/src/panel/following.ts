import { signal } from '../shared/signals';

const NEAR_END = 60;

/** Keeps a scrolling log where the visitor reads; at its end, it follows what arrives. */
export class Following {
  /** How many messages have arrived below what is seen. */
  readonly missed = signal(0);
  #log: HTMLElement | null = null;
  /** Whether the newest is in view. */
  atEnd = true;
  #id = '';
  #count = 0;
  #mine = 0;

  /** The log has been drawn: of which conversation, with how many rows, and how many of one's own on their way. */
  drawn(log: HTMLElement | null, id: string, count: number, mine: number): void {
    if (!log) return;
    if (log !== this.#log) new ResizeObserver(() => this.atEnd && this.toEnd()).observe(log);
    this.#log = log;
    // One's own words, and another conversation, always show from the end.
    if (id !== this.#id || mine > this.#mine || this.atEnd) this.toEnd();
    else this.missed.value += Math.max(0, count - this.#count);
    this.#id = id;
    this.#count = count;
    this.#mine = mine;
  }

  readonly toEnd = (): void => {
    this.atEnd = true;
    this.missed.value = 0;
    if (this.#log) this.#log.scrollTop = this.#log.scrollHeight;
  };

  readonly scrolled = ({ currentTarget: log }: { currentTarget: HTMLElement }): void => {
    this.atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
    if (this.atEnd) this.missed.value = 0;
  };
}
