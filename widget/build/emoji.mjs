/**
 * The console's emoji, one file a language: groups of [emoji, name, words to find it by]. Fetched when the picker is first opened. Left out
 * is what older systems show as an empty box, and skin tones.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const NEWEST = 13;
/** Letters and skin tones are parts of emoji, and no emoji. */
const PARTS = 2;
const LANGUAGES = ['en', 'de'];

export async function placeEmoji(out) {
  const { resolve } = createRequire(import.meta.url);
  const read = async (language) => JSON.parse(await readFile(resolve(`emojibase-data/${language}/data.json`), 'utf8'));
  await Promise.all(LANGUAGES.map(async (language) => writeFile(join(out, `emoji-${language}.json`), JSON.stringify(grouped(await read(language))))));
}

function grouped(all) {
  const groups = [];
  for (const { emoji, label, tags = [], group, order, version } of all) {
    if (group === undefined || group === PARTS || version > NEWEST) continue;
    (groups[group] ??= []).push({ order, entry: [emoji, label, tags.join(' ')] });
  }
  return groups.filter(Boolean).map((group) => group.sort((a, b) => a.order - b.order).map(({ entry }) => entry));
}
