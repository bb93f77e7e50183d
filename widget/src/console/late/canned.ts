import type { ConversationView } from '../../shared/frames';

/** A prepared answer, as the server keeps it. */
export interface Canned {
  readonly id: string;
  readonly shortcut: string;
  /** Only for conversations of this department. */
  readonly department?: string | null;
  readonly text: string;
  /** In other languages, by their tags. */
  readonly texts?: readonly { readonly language: string; readonly text: string }[];
}

/** A shortcut that is being written: where its stroke stands, and what was written behind it. */
export interface Called {
  readonly from: number;
  readonly words: string;
}

/** What stands before the caret, if it is a stroke at the beginning of a word, and something that could call a response. */
export function called(text: string, caret: number): Called | undefined {
  const found = /(?<!\S)\/((?:[^\s/][^\n/]{0,40})?)$/u.exec(text.slice(0, caret));
  return found ? { from: found.index, words: (found[1] ?? '').toLowerCase() } : undefined;
}

const MOST = 7;

/** Those of this conversation's department of which every word is found: at the beginning of the shortcut first, then anywhere. */
export function callable(all: readonly Canned[], words: string, view: Pick<ConversationView, 'department'>, language: string): readonly Canned[] {
  const wanted = words.split(/\s+/).filter(Boolean);
  const here = all.filter(({ department }) => !department || department === view.department?.id);
  const begin = here.filter(({ shortcut }) => shortcut.startsWith(words));
  const rest = here.filter((one) => wanted.every((word) => ` ${one.shortcut} ${textIn(one, language)}`.toLowerCase().includes(word)));
  return [...new Set([...begin, ...rest])].slice(0, MOST);
}

/** What it says in a language: in just that, else in what is nearest, else in the company's own. */
export function textIn({ text, texts = [] }: Canned, language: string): string {
  const [base] = language.split('-');
  const near = texts.find((own) => own.language === language) ?? texts.find((own) => own.language.split('-')[0] === base);
  return near?.text ?? text;
}

const VARIABLE = /\{\{\s*([^{}|]*?)\s*(?:\|([^{}]*))?\}\}/g;

/** The text with what is known in it. What is not, and has no other word, stays as it is written: a mark that nobody overlooks. */
export function filled(text: string, values: Readonly<Record<string, string | undefined>>): string {
  return text.replace(VARIABLE, (mark: string, name: string, instead?: string) => values[name]?.trim() || instead?.trim() || mark);
}

/** The marks that nothing was known for, each once. */
export function marks(text: string): readonly string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map(([mark]) => mark))];
}
