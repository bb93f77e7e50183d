/** The byte budgets of what a visitor fetches, as brotli 11. `node build/sizes.mjs` prints them for the last build. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));

const budgets = [
  { name: 'loader, of a site with three languages', files: ['loader.js'], config: true, limit: 2_500 },
  { name: 'invitation to chat, of a site with three rules', files: ['invite.js'], rules: true, limit: 3_200 },
  { name: 'panel (html, css, js)', files: ['panel.css', 'panel.js'], shell: true, limit: 18_000 },
  { name: 'panel, when first used', files: ['late.css', 'late.js'], limit: 4_000 },
  { name: 'panel, what was said', files: ['said.css', 'said.js'], limit: 5_500 },
  { name: 'panel, when it calls the visitor', files: ['alerts.js'], limit: 1_400 },
  { name: 'panel with what it asks while nobody is there', files: ['panel.css', 'panel.js', 'arrival.css', 'arrival.js'], shell: true, later: 'arrival', limit: 18_000 },
  { name: 'panel, end of the first page', files: ['ways.css', 'ways.js'], later: 'ways', limit: 3_500 },
  { name: 'words that come later', files: [], later: 'later', limit: 1_600 },
  { name: 'service worker of notifications', files: ['worker.js'], limit: 500 },
  { name: 'console, once it is there', files: ['idleness.js'], limit: 700 },
  { name: 'console, when something is promised', files: ['clock.js'], limit: 2_000 },
  { name: 'console (words, css, js)', files: ['console.css', 'console.js'], words: true, limit: 44_000 },
  { name: 'console, when first used', files: ['console-late.css', 'console-late.js'], limit: 6_000 },
];

export async function checkSizes(folder) {
  const tables = await readTables(join(folder, 'texts'));
  const words = longest(Object.values(await readTables(join(folder, 'console-texts'))).map((table) => Buffer.from(table)));
  const shell = longestShell(await readFile(join(here, 'shell.html'), 'utf8'), Object.values(tables));
  let tooBig = 0;
  for (const { name, files, limit, config, rules, shell: withShell, words: withWords, later: withLater } of budgets) {
    const read = await Promise.all(files.map((file) => readFile(join(folder, file))));
    const bodies = config ? read.map((body) => configured(body, tables)) : rules ? read.map((body) => ruled(body, tables)) : read;
    const sizes = [...(withShell ? [shell] : []), ...(withWords ? [words] : []), ...(withLater ? [await longestLater(folder, withLater)] : []), ...bodies].map(brotli);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    if (total > limit) tooBig++;
    console.log(`widget: ${name} ${total} of ${limit} bytes brotli (${sizes.join(' + ')})`);
  }
  if (tooBig) throw new Error(`${tooBig} of the widget's byte budgets exceeded`);
}

async function readTables(folder) {
  const names = await readdir(folder);
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name.split('.')[0], await readFile(join(folder, name), 'utf8')])));
}

/** The panel's document with its words, in the language that needs the most bytes. */
function longestShell(shell, tables) {
  return longest(tables.map((table) => Buffer.from(shell.replace('{{texts}}', () => usual(table).replaceAll("'", '&#39;')))));
}

/** The words that the panel fetches by itself, in the language that needs the most bytes. */
async function longestLater(folder, which) {
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${which}-`) && name.endsWith('.json'));
  return longest(await Promise.all(names.map((name) => readFile(join(folder, name)))));
}

/** The words of a panel, without those of the button and the invitation, whose operator has not turned on notifications and whose site no preview of typing; with them it has these and the key, 88 characters, on top. */
function usual(table) {
  return JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(table)).filter(([name]) => !/^(alerts|invite|loader|preview)\./.test(name))));
}

function longest(bodies) {
  return bodies.sort((a, b) => brotli(b) - brotli(a))[0];
}

/** The loader as a site's visitors get it: with the words of its button in three languages. A site with rules has some 30 bytes more, see `invite` in widget/README.md. */
function configured(loader, tables) {
  const texts = Object.fromEntries(['en', 'de', 'ar'].map((language) => [language, launcher(JSON.parse(tables[language]))]));
  const config = { origin: 'https://chat.acme.example', site: 'acme', css: ':host{--brand:#0f6b55;--on:#ffffff}', texts };
  return written(loader, config);
}

/** What invites, as it is sent: three rules, and the words in Arabic. */
function ruled(script, tables) {
  const table = JSON.parse(tables.ar);
  const texts = { start: table.start, here: table.here, no: table['invite.no'], label: table['invite.label'] };
  const rules = ['tents', 'boats', 'lamps'].map((what, n) => ({ id: `k${n}f9a`, text: `Comparing ${what}? Tell me where you are going, and I will help you choose.`, after: 20_000 * n, pages: 1 + n, path: `^\\/${what}\\/.*$` }));
  const here = 'https://chat.acme.example/w/acme/here.js';
  return written(script, { here, language: 'ar', direction: 'rtl', company: 'Acme Outdoor', texts, css: '', rules });
}

function written(script, config) {
  return Buffer.from(`${script}`.replace('/*PARLEY_CONFIG*/null', () => JSON.stringify(config)));
}

function launcher(table) {
  return { open: table['loader.open'].replace('{name}', 'Acme Outdoor'), close: table['loader.close'], unread: table['loader.unread'] };
}

function brotli(body) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  return brotliCompressSync(body, { params }).length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await checkSizes(join(dirname(here), 'target/classes/META-INF/resources/widget'));
}
