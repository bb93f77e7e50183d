import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
// @ts-expect-error a plain script of the build
import { placeConsoleTexts } from '../build/texts.mjs';
import { reasonOf } from '../src/console/context';
import type { ConsoleTexts, Translation } from '../src/console/texts';
import { texts as english } from '../src/console/texts';
import { texts as german } from '../src/console/texts/de';
import { words } from '../src/shared/i18n';
import { Refusal } from '../src/shared/transport';

const { you: _, ...withoutYou } = german;
// @ts-expect-error a language with a key too few does not compile
withoutYou satisfies Translation;
// @ts-expect-error nor one with a key too many
({ ...german, yours: 'Ihre' }) satisfies Translation;
// @ts-expect-error nor one with the plural form of a key that is not there
({ ...german, yours_one: 'Ihre' }) satisfies Translation;
({ ...german, unread_few: '{count} ungelesen' }) satisfies Translation;

describe("the console's words", () => {
  const t = words<ConsoleTexts>(german, 'de-AT');
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-texts-'));
    await mkdir(join(folder, 'others'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const place = async (table: object): Promise<unknown> => {
    await writeFile(join(folder, 'en.ts'), `export const texts = ${JSON.stringify(english)}`);
    await writeFile(join(folder, 'others', 'de.ts'), `export const texts = ${JSON.stringify(table)}`);
    await placeConsoleTexts(join(folder, 'en.ts'), join(folder, 'others'), join(folder, 'out'));
    return JSON.parse(await readFile(join(folder, 'out', 'de.json'), 'utf8'));
  };

  it('[CON-15] are given to the page as a table a language', async () => {
    expect(await place(german)).toEqual(german);
  });

  it('[CON-15] fail the build where a place differs from English', async () => {
    await expect(place({ ...german, log: 'Konversation' })).rejects.toThrow('de.json: log has other places');
  });

  it('[CON-15] follow the plural rules and the numbers of the language', () => {
    expect(words<ConsoleTexts>(english, 'en')('tooLong', { count: 1 })).toBe('1 character too many');
    expect([1, 2].map((count) => t('secondsLeft', { count }))).toEqual(['noch 1 Sekunde', 'noch 2 Sekunden']);
    expect(t('mb', { size: 1.24 })).toBe('1,2 MB');
    expect(t.day('2025-01-05T12:00:00Z')).toMatch(/5\. Jän/);
  });

  it('[CON-15] say why something was refused, whatever the server called it', () => {
    expect(reasonOf(new Refusal('conflict', false), t)).toBe(german.refusedConflict);
    expect(reasonOf(new Refusal('not-found', false), t)).toBe(german['problem.not-found']);
    expect(reasonOf(new Refusal('too-large', false), t)).toContain('(too-large)');
    expect(reasonOf(new TypeError('Failed to fetch'), t)).toBe(german['problem.unavailable']);
  });
});
