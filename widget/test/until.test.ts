import { describe, expect, it } from 'vitest';
import { until } from '../src/panel/until';
import { words } from '../src/shared/i18n';
import en from '../src/panel/texts/en.json';
import de from '../src/panel/texts/de.json';

const NOW = new Date(2026, 10, 27, 22, 30);
const back = (...at: [number, number, number, number]): string => until(new Date(...at).toISOString(), words(en, 'en'), 'en', NOW);

describe('[WID-12] the day on which somebody is back', () => {
  it('is today, tomorrow, a weekday of the coming week, or a date', () => {
    expect(back(2026, 10, 27, 23)).toBe('today');
    expect(back(2026, 10, 28, 0)).toBe('tomorrow');
    expect(back(2026, 10, 30, 9)).toBe('on Monday');
    expect(back(2026, 11, 3, 9)).toBe('on Thursday');
    expect(back(2026, 11, 4, 9)).toBe('on December 4, 2026');
  });

  it.each(['ar', 'de', 'en', 'es', 'fr', 'he', 'hi', 'it', 'ja', 'nl', 'pl', 'pt', 'zh'])('stands in a whole sentence in %s', async (language) => {
    const { default: texts } = (await import(`../src/panel/texts/${language}.json`)) as { default: typeof en };
    const t = words(texts, language);
    const days = [27, 28, 30, 39].map((day) => until(new Date(2026, 10, day, 23).toISOString(), t, language, NOW));
    expect(new Set(days).size).toBe(4);
    for (const day of days) {
      const said = t('awayUntil', { day, time: '09:00' });
      expect(said).toContain(day);
      expect(said).not.toMatch(/[{}]/);
    }
  });

  it('is said in the visitor’s language', () => {
    expect(until(new Date(2026, 10, 30, 9).toISOString(), words(de, 'de'), 'de', NOW)).toBe('am Montag');
  });
});
