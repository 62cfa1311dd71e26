import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of these scripts. */
export const HERE = path.dirname(fileURLToPath(import.meta.url));

/** The project's root folder. */
export const ROOT = path.resolve(HERE, '../..');

/** All files below a folder of the project with the given ending, sorted; empty where the folder is missing. */
export function find(folder, ending) {
  const top = path.resolve(ROOT, folder);
  return fs.existsSync(top)
    ? fs.readdirSync(top, { recursive: true }).filter(name => name.endsWith(ending)).sort()
      .map(name => path.join(top, name))
    : [];
}

/** The files named on the command line, otherwise all of the project with one of the endings. */
export function chosen(names, folder, ...endings) {
  const files = names.filter(name => endings.some(ending => name.endsWith(ending)));
  return names.length ? files.map(name => path.resolve(name)) : endings.flatMap(ending => find(folder, ending));
}

/** Collects findings, prints them as they come and says how it ended. */
export class Findings {
  #count = 0;

  /** Adds one finding about an element of a file. */
  add(file, message) {
    this.#count++;
    console.log(`${path.relative(ROOT, file)}: ${message}`);
  }

  /** Checks every file; one that cannot be read is a finding and does not keep the others from being checked. */
  async each(files, check) {
    for (const file of files) {
      try {
        await check(file);
      } catch (error) {
        this.add(file, error.message.replace(/\s+/g, ' '));
      }
    }
  }

  /** Prints the verdict on the given number of files and sets the exit code; no file at all is a finding too. */
  close(name, files) {
    const failed = this.#count > 0 || files === 0;
    console.log(failed ? `${name}: ${this.#count} findings in ${files} files` : `${name}: ${files} files, no findings`);
    process.exitCode = failed ? 1 : 0;
  }
}
