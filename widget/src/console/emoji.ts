import type { Store } from '../shared/store';

/** The sign, its name, and words to find it by. */
export type Emoji = readonly [sign: string, name: string, words: string];

const LANGUAGES: readonly string[] = ['en', 'de'];
const RECENT = 'parley:emoji';
const MOST_RECENT = 18;

/** The emoji in one language, fetched when first asked for, and which ones this agent likes. */
export class EmojiBook {
  readonly #store: Store;
  readonly #address: string;
  #groups: Promise<readonly (readonly Emoji[])[]> | undefined;

  constructor(store: Store, locale: string) {
    const [language = ''] = locale.split('-');
    this.#store = store;
    this.#address = new URL(`emoji-${LANGUAGES.includes(language) ? language : 'en'}.json`, import.meta.url).href;
  }

  /** All, by group; none while they cannot be had. */
  groups(): Promise<readonly (readonly Emoji[])[]> {
    return (this.#groups ??= fetch(this.#address)
      .then((answer) => answer.json() as Promise<readonly (readonly Emoji[])[]>)
      .catch(() => {
        this.#groups = undefined;
        return [];
      }));
  }

  /** The signs used last, the newest first. */
  recent(): readonly string[] {
    return (this.#store.get(RECENT) ?? '').split(' ').filter(Boolean);
  }

  used(sign: string): void {
    this.#store.set(RECENT, [sign, ...this.recent().filter((known) => known !== sign)].slice(0, MOST_RECENT).join(' '));
  }
}

/** Those of which every word is found: in the beginning of a word of the name first, then anywhere. */
export function findEmoji(groups: readonly (readonly Emoji[])[], wanted: string, most: number): readonly Emoji[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (text: string): boolean => words.every((word) => ` ${text.toLowerCase()}`.includes(word));
  const all = groups.flat();
  const named = all.filter(([, name]) => words.every((word) => ` ${name.toLowerCase()}`.includes(` ${word}`)));
  return [...new Set([...named, ...all.filter(([, name, tags]) => fits(`${name} ${tags}`))])].slice(0, most);
}
