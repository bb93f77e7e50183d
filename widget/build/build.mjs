/**
 * Builds the scripts, the style sheets and the tables of words into META-INF/resources/widget of the jar, and refuses to when one is
 * too big. Names are stable: the server adds a version to the address where it wants to cache for ever.
 */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { minify } from 'terser';
import { placeEmoji } from './emoji.mjs';
import { mark, pack } from './pack.mjs';
import { checkSizes } from './sizes.mjs';
import { placeConsoleTexts, placeTexts } from './texts.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'target/classes/META-INF/resources/widget');
/** What the server replaces with the site's configuration. */
const MARKER = '/*PARLEY_CONFIG*/null';

/**
 * Words that come later, by the file they come in: the form's are fetched where nobody is there, where the rest is not needed yet, as are those
 * of the first page's end. What both say is in both.
 */
const later = join(root, 'src/panel/texts/later');
const OF_THE_FORM = /^arrival\.(?!left|answer|comes|save|notSaved)/;
const OF_THE_WAYS = /^(home|wait)\.|^today$/;
const LATER = {
  later: (key) => !OF_THE_FORM.test(key) && !key.startsWith('home.'),
  arrival: (key) => OF_THE_FORM.test(key),
  ways: (key) => OF_THE_WAYS.test(key),
};

const common = { bundle: true, minify: true, legalComments: 'none', charset: 'utf8', logLevel: 'warning', absWorkingDir: root };
// The classic transform calls h() directly and needs no runtime: 200 bytes less. Private members stay, so that they can be renamed.
const compilerOptions = { jsx: 'react', jsxFactory: 'h', jsxFragmentFactory: 'Fragment', target: 'ES2022', useDefineForClassFields: false };
const script = { ...common, minify: false, target: ['es2022'], tsconfigRaw: { compilerOptions }, inject: [join(root, 'build/jsx.mjs')] };

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await Promise.all([
  bundle({ ...script, inject: [], entryPoints: ['src/loader/loader.ts'], format: 'iife', outfile: join(out, 'loader.js') }),
  bundle({ ...script, inject: [], entryPoints: ['src/invite/invite.ts'], format: 'esm', outfile: join(out, 'invite.js') }),
  bundle({ ...script, entryPoints: ['src/panel/panel.tsx'], format: 'esm', outfile: join(out, 'panel.js') }),
  // Late code draws with the panel's own Preact: two would not see each other's elements.
  bundle({ ...script, alias: { preact: './src/panel/late/kit.ts' }, entryPoints: ['src/panel/late/late.tsx'], format: 'esm', outfile: join(out, 'late.js') }),
  bundle({ ...script, alias: { preact: './src/panel/late/kit.ts' }, entryPoints: ['src/panel/said/said.tsx'], format: 'esm', outfile: join(out, 'said.js') }),
  bundle({ ...script, alias: { preact: './src/panel/late/kit.ts' }, entryPoints: ['src/panel/alerts/alerts.tsx'], format: 'esm', outfile: join(out, 'alerts.js') }),
  bundle({ ...script, alias: { preact: './src/panel/late/kit.ts' }, entryPoints: ['src/panel/arrival/arrival.tsx'], format: 'esm', outfile: join(out, 'arrival.js') }),
  bundle({ ...script, alias: { preact: './src/panel/late/kit.ts' }, entryPoints: ['src/panel/ways/ways.tsx'], format: 'esm', outfile: join(out, 'ways.js') }),
  bundle({ ...script, inject: [], entryPoints: ['src/panel/worker.ts'], format: 'iife', outfile: join(out, 'worker.js') }),
  bundle({ ...script, entryPoints: ['src/console/console.tsx'], format: 'esm', outfile: join(out, 'console.js') }),
  bundle({ ...script, alias: { preact: './src/console/late/kit.ts' }, entryPoints: ['src/console/late/late.tsx'], format: 'esm', outfile: join(out, 'console-late.js') }),
  // parts of the console with no Preact in them, which need nothing of its code
  bundle({ ...script, inject: [], entryPoints: ['src/console/clock/clock.ts'], format: 'esm', outfile: join(out, 'clock.js') }),
  bundle({ ...script, inject: [], entryPoints: ['src/console/idleness.ts'], format: 'esm', outfile: join(out, 'idleness.js') }),
  ...['panel', 'page', 'late', 'said', 'arrival', 'ways'].map((name) => style(`src/panel/${name}.css`, `${name}.css`)),
  style('src/console/console.css', 'console.css'),
  style('src/console/late/late.css', 'console-late.css'),
  placeTexts(join(root, 'src/panel/texts'), join(out, 'texts')),
  // beside the scripts that they come with
  ...Object.entries(LATER).map(([name, only]) => placeTexts(later, out, { prefix: `${name}-`, like: join(root, 'src/panel/texts'), only })),
  placeConsoleTexts(join(root, 'src/console/texts.ts'), join(root, 'src/console/texts'), join(out, 'console-texts')),
  placeEmoji(out),
  copyFile(join(root, 'src/loader/parley.d.ts'), join(out, 'parley.d.ts')),
]);
await Promise.all(['loader.js', 'invite.js'].map((name) => placeMarker(join(out, name))));
await checkSizes(out);
await mark(out);
await pack(out);

/** esbuild puts together, terser makes small: 3 % less than esbuild alone, and the budget of the panel is tight. */
async function bundle(options) {
  const { outputFiles } = await build({ ...options, write: false });
  const module = options.format === 'esm';
  const compress = { passes: 3, inline: 1, ecma: 2020, pure_getters: true, unsafe_arrows: true, unsafe_methods: true };
  const { code } = await minify(outputFiles[0].text, { ecma: 2020, module, compress, format: { comments: false } });
  await writeFile(options.outfile, code);
}

/** esbuild leaves the values of custom properties as they are written: blanks around signs that need none. */
async function style(source, name) {
  const { outputFiles } = await build({ ...common, entryPoints: [source], outfile: join(out, name), write: false });
  await writeFile(join(out, name), outputFiles[0].text.replace(/(--[\w-]+): +/g, '$1:').replace(/("[^"]*")|, +/g, (_, quoted) => quoted ?? ','));
}

/** The minifier drops comments, so the marker takes the place of a name it must keep. */
async function placeMarker(file) {
  const code = await readFile(file, 'utf8');
  const parts = code.split('__PARLEY_CONFIG__');
  if (parts.length !== 2) throw new Error(`${file} must use its configuration exactly once, not ${parts.length - 1} times`);
  await writeFile(file, parts.join(MARKER));
}
