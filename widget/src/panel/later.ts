import type { Signal } from '../shared/signals';
import { signal } from '../shared/signals';
import { backoff } from '../shared/backoff';
import type { Kit } from './late/kit';

/** What such a file exports. */
interface Part<T> {
  begin(kit: Kit): T;
}

/** A part of the panel that is fetched when it is first used, with the words for it. Without a line it tries again until it is there. */
export class Later<T> {
  readonly code: Signal<T | undefined> = signal<T | undefined>(undefined);
  #coming: Promise<T> | undefined;

  readonly #name: string;
  readonly #styled: boolean;
  readonly #kit: () => Kit;

  /** @param name of its script, beside the panel's own, and of its style sheet where it has one */
  constructor(name: string, hasStyle: boolean, kit: () => Kit) {
    this.#name = name;
    this.#styled = hasStyle;
    this.#kit = kit;
  }

  need(): Promise<T> {
    return (this.#coming ??= this.#fetch(0));
  }

  async #fetch(attempt: number): Promise<T> {
    // A browser may remember that an address could not be had.
    const address = (file: string): string => import.meta.url.replace('panel.js', file) + (attempt ? `&again=${attempt}` : '');
    try {
      const kit = this.#kit();
      const { texts, language } = kit.visit.panel.config;
      const [module, answer] = await Promise.all([
        import(address(`${this.#name}.js`)) as Promise<Part<T>>,
        fetch(address(`later-${language?.split('-')[0]}.json`)),
        this.#styled && styled(address(`${this.#name}.css`)),
      ]);
      Object.assign(texts ?? {}, { ...(await answer.json()), ...texts });
      return (this.code.value = module.begin(kit));
    } catch {
      await new Promise((resolve) => setTimeout(resolve, backoff(attempt)));
      return this.#fetch(attempt + 1);
    }
  }
}

function styled(href: string): Promise<unknown> {
  return new Promise((onload, onerror) => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload, onerror })));
}
