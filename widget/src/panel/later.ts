import type { Signal } from '../shared/signals';
import { signal } from '../shared/signals';
import { backoff } from '../shared/backoff';
import type { Kit } from './late/kit';
import type { PanelTexts } from './texts';

/** What such a file exports. */
interface Part<T> {
  begin(kit: Kit): T;
}

/** A part of the panel that is fetched when it is first used, with the words for it. Without a line it tries again until it is there. */
export class Later<T> {
  readonly code: Signal<T | undefined> = signal<T | undefined>(undefined);
  #coming: Promise<T> | undefined;

  readonly #name: string;
  readonly #words: string;
  readonly #styled: boolean;
  readonly #kit: () => Kit;
  readonly #texts: PanelTexts;
  readonly #language: string;

  /**
   * @param name of its script, beside the panel's own, and of its style sheet where it has one
   * @param words in which file its words come
   * @param texts the panel's words; those that come later are added, but not in place of the site's own
   */
  constructor(name: string, words: string, hasStyle: boolean, kit: () => Kit, texts: PanelTexts, language: string) {
    this.#name = name;
    this.#words = words;
    this.#styled = hasStyle;
    this.#kit = kit;
    this.#texts = texts;
    this.#language = language;
  }

  need(): Promise<T> {
    return (this.#coming ??= this.#fetch(0));
  }

  async #fetch(attempt: number): Promise<T> {
    // A browser may remember that an address could not be had.
    const address = (file: string): string => import.meta.url.replace('panel.js', file) + (attempt ? `&again=${attempt}` : '');
    try {
      const [module, answer] = await Promise.all([
        import(address(`${this.#name}.js`)) as Promise<Part<T>>,
        fetch(address(`${this.#words}-${this.#language.split('-')[0]}.json`)),
        this.#styled && styled(address(`${this.#name}.css`)),
      ]);
      Object.assign(this.#texts, { ...(await answer.json()), ...this.#texts });
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
