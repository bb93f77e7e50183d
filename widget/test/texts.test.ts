import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
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

  const shipped = join(__dirname, '../src/panel/texts');
  const languages = ['ar', 'de', 'en', 'es', 'fr', 'he', 'hi', 'it', 'ja', 'nl', 'pl', 'pt', 'zh'];
  const read = async (file: string): Promise<Record<string, string>> => JSON.parse(await readFile(join(shipped, file), 'utf8')) as Record<string, string>;

  it.each(['.', 'later'])('[WID-22] speak every language of the widget, each with every key and its places, in %s', async (part) => {
    await placeTexts(join(shipped, part), `${folder}-out`);
    expect((await readdir(`${folder}-out`)).sort()).toEqual(languages.map((tag) => `${tag}.json`));
    const english = await read(join(part, 'en.json'));
    for (const tag of languages.filter((known) => known !== 'en')) {
      const table = await read(join(part, `${tag}.json`));
      const left = Object.keys(english).filter((key) => table[key] === english[key] && !['kb', 'mb'].includes(key));
      // what is the same word in both languages may be the same
      expect(left.filter((key) => !['log', 'menu', 'team', 'arrival.email', 'home.contact'].includes(key)), tag).toEqual([]);
    }
  });

  it('[WID-22] fail the build where a language lacks what comes later', async () => {
    await writeFile(join(folder, 'xx.json'), JSON.stringify(ENGLISH));
    const later = join(folder, 'later');
    await mkdir(later);
    await writeFile(join(later, 'en.json'), JSON.stringify(ENGLISH));
    await expect(placeTexts(later, `${folder}-out`, { prefix: 'later-', like: folder })).rejects.toThrow('xx.json');
    await writeFile(join(later, 'xx.json'), JSON.stringify(ENGLISH));
    await placeTexts(later, `${folder}-out`, { prefix: 'later-', like: folder });
    expect((await readdir(`${folder}-out`)).sort()).toEqual(['later-en.json', 'later-xx.json']);
  });

  it('[WID-22] have the forms for numbers that their languages tell apart', async () => {
    for (const tag of languages) {
      const t = words({ ...(await read(`${tag}.json`)), ...(await read(`later/${tag}.json`)) }, tag);
      for (const count of [1, 2, 3, 5, 22]) {
        for (const key of ['newMessages', 'wait.upTo', 'wait.range', 'wait.about']) {
          expect(t(key, { count, from: 1 }), `${tag} ${key} ${count}`).not.toMatch(/[{}]|newMessages|wait\./);
        }
      }
    }
    const polish = words({ ...(await read('pl.json')), ...(await read('later/pl.json')) }, 'pl');
    expect([1, 3, 5].map((count) => polish('newMessages', { count }))).toEqual(['1 nowa wiadomość', '3 nowe wiadomości', '5 nowych wiadomości']);
    expect([3, 5, 22].map((count) => polish('wait.range', { from: 1, count }))).toEqual(['Zwykle 1–3 minuty', 'Zwykle 1–5 minut', 'Zwykle 1–22 minuty']);
  });

  it('[WID-22] may have the plural forms of their language, which English has not', async () => {
    const arabic = { hello: 'مرحبا {name}', unread_one: 'واحدة', unread_two: 'اثنتان', unread_few: '{count} رسائل', unread: '{count} رسالة' };
    const t = words(JSON.parse(await place(arabic)) as typeof ENGLISH, 'ar');
    expect([1, 2, 3, 11].map((count) => t('unread', { count }))).toEqual(['واحدة', 'اثنتان', '3 رسائل', '11 رسالة']);
  });
});
