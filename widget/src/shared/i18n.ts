/** All words shown come from a table of texts; a language is one such table. `{name}` is replaced, `_one` follows the plural rules. */
export type Texts = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;

export interface Words<T extends Texts> {
  /** The text of `key`; with a `count`, its `_one`, `_two` … form where the language has one. */
  (key: keyof T & string, values?: Values): string;
  /** Whether there is such a text. */
  knows(key: string): key is keyof T & string;
  time(at: string | Date): string;
  day(at: string | Date): string;
}

export function words<T extends Texts>(texts: T, language: string): Words<T> {
  const plural = once(() => new Intl.PluralRules(language));
  // One kind of digits in a conversation in which people write numbers too.
  const locale = `${language}-u-nu-latn`;
  const number = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
  const time = once(() => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }));
  const day = once(() => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }));
  const say = (key: string, values: Values = {}): string => {
    const count = values['count'];
    const form = typeof count === 'number' ? texts[`${key}_${plural().select(count)}`] : undefined;
    return (form ?? texts[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? '';
      return typeof value === 'number' ? number().format(value) : value;
    });
  };
  return Object.assign(say, {
    knows: (key: string): key is keyof T & string => key in texts,
    time: (at: string | Date) => time().format(new Date(at)),
    day: (at: string | Date) => relativeDay(new Date(at), say) ?? day().format(new Date(at)),
  });
}

/** Made when first asked for: the first of these of a page takes tens of milliseconds. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function relativeDay(at: Date, say: (key: string) => string): string | undefined {
  const daysAgo = Math.round((midnight(new Date()) - midnight(at)) / 86_400_000);
  return daysAgo === 0 ? say('today') : daysAgo === 1 ? say('yesterday') : undefined;
}

function midnight(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}
