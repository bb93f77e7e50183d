/**
 * The words: one table a language, with the same keys and the same places as English. A plural form of a key (`unread_few`)
 * may be there or not. Refuses to build otherwise, so that nobody ever sees a key. The panel's are JSON, the console's TypeScript, where
 * the compiler finds a forgotten key first.
 */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { build } from 'esbuild';

const PLURAL = /_(zero|one|two|few|many)$/;

/**
 * Writes the panel's small into `to`, each under its name with `prefix` before it; there must be every language that there is in `like`.
 * Of the words only those whose names `only` allows.
 */
export async function placeTexts(from, to, { prefix = '', like = from, only = () => true } = {}) {
  const [names, wanted] = await Promise.all([from, like].map(tablesIn));
  const lacking = wanted.filter((name) => !names.includes(name));
  if (lacking.length) throw new Error(`texts are missing in ${from}: ${lacking.join(', ')}`);
  const tables = await Promise.all(names.map(async (name) => [name, JSON.parse(await readFile(join(from, name), 'utf8'))]));
  await place(Object.fromEntries(tables), to, { prefix, only });
}

async function tablesIn(folder) {
  return (await readdir(folder)).filter((name) => name.endsWith('.json'));
}

/** Writes the console's as JSON into `to`: English is a file beside the folder of the others. */
export async function placeConsoleTexts(english, others, to) {
  const files = [['en', english], ...(await readdir(others)).map((name) => [parse(name).name, join(others, name)])];
  const tables = await Promise.all(files.map(async ([language, file]) => [`${language}.json`, await tableOf(file)]));
  await place(Object.fromEntries(tables), to);
}

async function tableOf(file) {
  const { outputFiles } = await build({ entryPoints: [file], bundle: true, write: false, format: 'esm', charset: 'utf8' });
  const { texts } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return texts;
}

async function place(tables, to, { prefix = '', only = () => true } = {}) {
  const names = Object.keys(tables);
  const wrong = names.flatMap((name) => differences(tables['en.json'], tables[name]).map((what) => `${name}: ${what}`));
  if (wrong.length) throw new Error(`texts do not match English:\n${wrong.join('\n')}`);
  await mkdir(to, { recursive: true });
  await Promise.all(names.map((name) => writeFile(join(to, prefix + name), JSON.stringify(picked(tables[name], only)))));
}

function picked(table, only) {
  return Object.fromEntries(Object.entries(table).filter(([key]) => only(key)));
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
