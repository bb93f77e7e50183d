const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time, short: `4:09`, `3h`, `2d`; what is begun counts whole. */
export function span(millis: number, locale: string): string {
  const length = Math.max(0, millis);
  if (length >= 2 * DAY) return unit(length / DAY, 'day', locale);
  if (length >= HOUR) return unit(length / HOUR, 'hour', locale);
  const seconds = Math.floor(length / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function unit(count: number, name: string, locale: string): string {
  return new Intl.NumberFormat(`${locale}-u-nu-latn`, { style: 'unit', unit: name, unitDisplay: 'narrow' }).format(Math.ceil(count));
}
