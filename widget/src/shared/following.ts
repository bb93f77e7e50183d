import type { Signal } from './signals';

const NEAR_END = 60;

/** Keeps a scrolling log where its reader is; at its end, it follows what arrives. */
export class Following {
  /** Whether the newest is in view. */
  atEnd = true;
  #log: HTMLElement | null = null;
  #id = '';
  #count = 0;
  #mine = 0;
  #height: number | undefined;

  /** @param missed how many messages have arrived below what is seen */
  constructor(readonly missed: Signal<number>) {}

  /** The log has been drawn: of which conversation, with how many rows, and how many of one's own on their way. */
  drawn(log: HTMLElement | null, id: string, count: number, mine: number): void {
    if (!log) return;
    if (log !== this.#log) new ResizeObserver(() => this.atEnd && this.toEnd()).observe((this.#log = log));
    // One's own words, and another conversation, always show from the end.
    if (id !== this.#id || mine > this.#mine || this.atEnd) this.toEnd();
    else this.missed.value += Math.max(0, count - this.#count);
    this.#id = id;
    this.#count = count;
    this.#mine = mine;
  }

  readonly toEnd = (): void => {
    this.#log?.scrollTo(0, this.#log.scrollHeight);
    this.#seen(true);
  };

  // A log that got another height was scrolled by the browser, not by its reader: a phone was turned, a composer grew.
  readonly scrolled = ({ currentTarget: { scrollHeight, scrollTop, clientHeight } }: { currentTarget: HTMLElement }): void =>
    this.#seen(scrollHeight - scrollTop - clientHeight < NEAR_END || (this.atEnd && clientHeight !== this.#height));

  #seen(atEnd: boolean): void {
    this.#height = this.#log?.clientHeight;
    if ((this.atEnd = atEnd)) this.missed.value = 0;
  }
}
