import type { Signal } from '../shared/signals';
import { signal } from '../shared/signals';
import { backoff } from '../shared/backoff';
import type { Kit } from './late/kit';

/** What such a file exports. */
interface Part<T> {
  begin(kit: Kit): T;
}

/** A part of the panel that is fetched when it is first used. Without a line it tries again until it is there. */
export class Later<T> {
  readonly code: Signal<T | undefined> = signal<T | undefined>(undefined);
  #coming: Promise<T> | undefined;

  readonly #script: string | undefined;
  readonly #style: string | undefined;
  readonly #kit: () => Kit;

  constructor(script: string | undefined, style: string | undefined, kit: () => Kit) {
    this.#script = script;
    this.#style = style;
    this.#kit = kit;
  }

  need(): Promise<T> {
    return (this.#coming ??= this.#fetch(0));
  }

  async #fetch(attempt: number): Promise<T> {
    // A browser may remember that an address could not be had.
    const again = attempt ? `&again=${attempt}` : '';
    try {
      const [module] = await Promise.all([import(this.#script + again) as Promise<Part<T>>, this.#style && styled(this.#style + again)]);
      return (this.code.value = module.begin(this.#kit()));
    } catch {
      await new Promise((resolve) => setTimeout(resolve, backoff(attempt)));
      return this.#fetch(attempt + 1);
    }
  }
}

function styled(href: string): Promise<unknown> {
  return new Promise((onload, onerror) => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload, onerror })));
}
