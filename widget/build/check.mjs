/** Types, lint and tests, one after the other; stops at the first that fails. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const steps = [
  ['typescript/bin/tsc', '--noEmit'],
  ['eslint/bin/eslint.js', '--max-warnings', '0', '.'],
  ['vitest/vitest.mjs', 'run', '--reporter=dot', '--reporter=junit', '--outputFile.junit=target/vitest-reports/TEST-widget.xml'],
];
for (const [tool, ...args] of steps) {
  const run = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: root, stdio: 'inherit' });
  if (run.status !== 0) process.exit(1);
}
