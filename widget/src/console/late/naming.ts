import type { Colleague } from '../colleagues';

/** A name that is being written: where its @ stands, and how it begins. */
export interface Begun {
  readonly from: number;
  readonly words: string;
}

/** What stands before the caret, if it is an @ at the beginning of a word and the first words of a name. */
export function begunName(text: string, caret: number): Begun | undefined {
  const found = /(?<![\p{L}\p{N}])@([^@\n]{0,40})$/u.exec(text.slice(0, caret));
  return found ? { from: found.index, words: (found[1] ?? '').toLowerCase() } : undefined;
}

const MOST = 6;

/** Whose name, or one word of it, begins like that; nobody when the whole name stands there. */
export function fitting(colleagues: readonly Colleague[], words: string, me: string | undefined): readonly Colleague[] {
  return colleagues
    .filter(({ id, name }) => id !== me && ` ${name.toLowerCase()}`.includes(` ${words}`) && name.toLowerCase() !== words)
    .slice(0, MOST);
}
