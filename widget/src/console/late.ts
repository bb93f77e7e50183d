import { Fragment, h } from 'preact';
import { signal } from '../shared/signals';
import type { Signal } from '../shared/signals';
import { Face } from './face';
import type * as code from './late/late';

/** What many days do without, in a file of its own that is fetched when first used: what is chosen from while writing, and words held back. */
export class Late {
  readonly code: Signal<code.LateCode | undefined> = signal<code.LateCode | undefined>(undefined);
  #coming: Promise<code.LateCode | undefined> | undefined;
  #again = 0;

  /** The code, or nothing where it cannot be had: whoever asks next tries again. */
  need(): Promise<code.LateCode | undefined> {
    return (this.#coming ??= this.#fetch());
  }

  async #fetch(): Promise<code.LateCode | undefined> {
    try {
      // A browser may remember that an address could not be had.
      const { begin } = (await import(import.meta.url.replace('console.js', 'console-late.js') + (this.#again ? `&again=${this.#again}` : ''))) as typeof code;
      return (this.code.value = begin({ h, Fragment, signal, Face }, import.meta.url));
    } catch {
      this.#again++;
      this.#coming = undefined;
      return undefined;
    }
  }
}
