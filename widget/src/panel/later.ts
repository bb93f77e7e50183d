import type { Signal } from '../shared/signals';
import { signal } from '../shared/signals';
import { backoff } from '../shared/backoff';
import type { Kit } from './late/kit';
import type { Late, LateModule } from './late/late';

/** The part of the panel that is fetched when it is first used. Without a line it tries again until it is there. */
export class Later {
  readonly code: Signal<Late | undefined> = signal<Late | undefined>(undefined);
  #coming: Promise<Late> | undefined;

  readonly #script: string | undefined;
  readonly #style: string | undefined;
  readonly #kit: () => Kit;

  constructor(script: string | undefined, style: string | undefined, kit: () => Kit) {
    this.#script = script;
    this.#style = style;
    this.#kit = kit;
  }

  need(): Promise<Late> {
    return (this.#coming ??= this.#fetch(0));
  }

  async #fetch(attempt: number): Promise<Late> {
    // A browser may remember that an address could not be had.
    const again = attempt ? `&again=${attempt}` : '';
    try {
      const [module] = await Promise.all([import(this.#script + again) as Promise<LateModule>, styled(this.#style + again)]);
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
