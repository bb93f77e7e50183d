/** Lays a brotli and a gzip copy beside each file, so that the server sends what the budgets count and compresses nothing itself. */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export async function pack(folder) {
  for (const name of (await readdir(folder)).filter((known) => /\.(js|css|json)$/.test(known))) {
    const file = join(folder, name);
    const body = await readFile(file);
    await writeFile(`${file}.br`, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }));
    await writeFile(`${file}.gz`, gzipSync(body, { level: 9 }));
  }
}

/** Writes what changes with any of the files: the server adds it to the address of each (`?v=`), so that a script finds the others by its own. */
export async function mark(folder) {
  const all = createHash('sha256');
  for (const name of (await readdir(folder)).filter((known) => /\.(js|css|json)$/.test(known)).sort()) {
    all.update(name).update(await readFile(join(folder, name)));
  }
  await writeFile(join(folder, 'mark.txt'), all.digest('hex'));
}
