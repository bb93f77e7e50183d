import type { Signal } from '../../shared/signals';
import type { AgentSession } from '../session';
import type { Canned } from './canned';
import { signal } from './kit';

const FRESH = 30_000;

/** The company's canned responses, asked for when somebody calls one; the browser keeps them and asks whether they changed. */
export class ResponseBook {
  /** Nothing until they are there. */
  readonly all: Signal<readonly Canned[] | undefined> = signal<readonly Canned[] | undefined>(undefined);
  readonly #session: AgentSession;
  #asked = -Infinity;

  constructor(session: AgentSession) {
    this.#session = session;
  }

  want(): void {
    if (Date.now() - this.#asked < FRESH) return;
    this.#asked = Date.now();
    this.#session
      .get<{ items: readonly Canned[] }>('canned-responses')
      .then(({ items }) => (this.all.value = items))
      // Without a line the last known ones stay, and the next stroke asks again.
      .catch(() => (this.#asked = -Infinity));
  }
}
