import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
// @ts-expect-error a plain script of the build
import { placeTexts } from '../build/texts.mjs';
import { words } from '../src/shared/i18n';

const ENGLISH = { hello: 'Hello {name}', unread_one: '{count} unread', unread: '{count} unread' };

describe('the tables of words', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-texts-'));
    await writeFile(join(folder, 'en.json'), JSON.stringify(ENGLISH));
  });
  afterEach(() => Promise.all([folder, `${folder}-out`].map((one) => rm(one, { recursive: true, force: true }))));

  const place = async (other: object): Promise<string> => {
    await writeFile(join(folder, 'xx.json'), JSON.stringify(other));
    await placeTexts(folder, `${folder}-out`);
    return readFile(join(`${folder}-out`, 'xx.json'), 'utf8');
  };

  it('[WID-22] fail the build where a key is missing or unknown, or a place differs', async () => {
    await expect(place({ hello: 'Hallo {name}' })).rejects.toThrow('xx.json: unread is missing');
    await expect(place({ ...ENGLISH, bye: 'Bye' })).rejects.toThrow('bye is not known');
    await expect(place({ ...ENGLISH, hello: 'Hallo {nom}' })).rejects.toThrow('hello has other places');
    await expect(place({ ...ENGLISH, hello: ' ' })).rejects.toThrow('hello is missing');
  });

  it('[WID-22] speak every language of the widget, each with every key and its places', async () => {
    const shipped = join(__dirname, '../src/panel/texts');
    await placeTexts(shipped, `${folder}-out`);
    const placed = (await readdir(`${folder}-out`)).sort();
    expect(placed).toEqual(['ar', 'de', 'en', 'es', 'fr', 'he', 'hi', 'it', 'ja', 'nl', 'pl', 'pt', 'zh'].map((tag) => `${tag}.json`));
    const english = JSON.parse(await readFile(join(shipped, 'en.json'), 'utf8')) as Record<string, string>;
    for (const name of placed.filter((known) => known !== 'en.json')) {
      const table = JSON.parse(await readFile(join(shipped, name), 'utf8')) as Record<string, string>;
      const left = Object.keys(english).filter((key) => table[key] === english[key] && !['kb', 'mb'].includes(key));
      // what is the same word in both languages may be the same
      expect(left.filter((key) => !['log', 'menu', 'team'].includes(key)), name).toEqual([]);
    }
  });

  it('[WID-22] have the forms for numbers that their languages tell apart', async () => {
    for (const name of await readdir(join(__dirname, '../src/panel/texts'))) {
      const tag = name.split('.')[0] as string;
      const table = JSON.parse(await readFile(join(__dirname, '../src/panel/texts', name), 'utf8')) as typeof ENGLISH & { newMessages: string };
      const t = words(table, tag);
      for (const count of [1, 2, 3, 5, 22]) expect(t('newMessages', { count }), `${name} ${count}`).not.toMatch(/[{}]|newMessages/);
    }
    const polish = words(JSON.parse(await readFile(join(__dirname, '../src/panel/texts/pl.json'), 'utf8')) as { newMessages: string }, 'pl');
    expect([1, 3, 5].map((count) => polish('newMessages', { count }))).toEqual(['1 nowa wiadomość', '3 nowe wiadomości', '5 nowych wiadomości']);
  });

  it('[WID-22] may have the plural forms of their language, which English has not', async () => {
    const arabic = { hello: 'مرحبا {name}', unread_one: 'واحدة', unread_two: 'اثنتان', unread_few: '{count} رسائل', unread: '{count} رسالة' };
    const t = words(JSON.parse(await place(arabic)) as typeof ENGLISH, 'ar');
    expect([1, 2, 3, 11].map((count) => t('unread', { count }))).toEqual(['واحدة', 'اثنتان', '3 رسائل', '11 رسالة']);
  });
});
