/**
 * The panel's words: one JSON table a language, with the same keys and the same places as English. A plural form of a
 * key (`unread_few`) may be there or not. Refuses to build otherwise, so that no visitor ever sees a key.
 */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const PLURAL = /_(zero|one|two|few|many)$/;

/** Writes them small into `to`; gives the name of the longest, for the byte budget. */
export async function placeTexts(from, to) {
  await mkdir(to, { recursive: true });
  const names = await readdir(from);
  const tables = Object.fromEntries(await Promise.all(names.map(async (name) => [name, JSON.parse(await readFile(join(from, name), 'utf8'))])));
  const wrong = names.flatMap((name) => differences(tables['en.json'], tables[name]).map((what) => `${name}: ${what}`));
  if (wrong.length) throw new Error(`texts do not match English:\n${wrong.join('\n')}`);
  await mkdir(to, { recursive: true });
  await Promise.all(names.map((name) => writeFile(join(to, name), JSON.stringify(tables[name]))));
}

function differences(english, table) {
  const missing = Object.keys(english).filter((key) => !PLURAL.test(key) && !table[key]?.trim());
  const unknown = Object.keys(table).filter((key) => !(key.replace(PLURAL, '') in english));
  const places = Object.keys(table).filter((key) => !sameplaces(english[key.replace(PLURAL, '')], table[key], PLURAL.test(key)));
  return [...missing.map((key) => `${key} is missing`), ...unknown.map((key) => `${key} is not known`), ...places.map((key) => `${key} has other places`)];
}

/** "One new message" may do without its count. */
function sameplaces(english = '', text, plural) {
  const places = (of) => [...of.matchAll(/\{\w+\}/g)].map(([place]) => place);
  const wanted = places(english).filter((place) => !plural || place !== '{count}');
  const found = places(text).filter((place) => !plural || place !== '{count}');
  return wanted.sort().join() === found.sort().join();
}
