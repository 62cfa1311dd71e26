import { spawnSync } from 'node:child_process';
import { HERE } from './files.mjs';

/** All checks of the models, each even if one before has failed. */
const CHECKS = [
  ['--test', 'test/'],
  ['lint.mjs'],
  ['roundtrip.mjs'],
  ['layout-check.mjs'],
  ['render.mjs', '--check']
];

const failed = CHECKS.filter(check =>
  spawnSync(process.execPath, check, { cwd: HERE, stdio: 'inherit' }).status !== 0);
process.exitCode = failed.length ? 1 : 0;
