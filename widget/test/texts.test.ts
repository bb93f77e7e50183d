import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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

  it('[WID-22] may have the plural forms of their language, which English has not', async () => {
    const arabic = { hello: 'مرحبا {name}', unread_one: 'واحدة', unread_two: 'اثنتان', unread_few: '{count} رسائل', unread: '{count} رسالة' };
    const t = words(JSON.parse(await place(arabic)) as typeof ENGLISH, 'ar');
    expect([1, 2, 3, 11].map((count) => t('unread', { count }))).toEqual(['واحدة', 'اثنتان', '3 رسائل', '11 رسالة']);
  });
});
