// The articles that come with Readback, which the journeys take; a publisher may have added others.
import { readFileSync, readdirSync } from 'node:fs';

const FOLDER = new URL('../../seeds/', import.meta.url);

/** Their titles, in the order of the Library: the first line of each file. */
export const TITLES = readdirSync(FOLDER)
  .filter((name) => /^00[0-4]_[0-9a-f]{16}\.txt$/.test(name))
  .sort()
  .map((name) => readFileSync(new URL(name, FOLDER), 'utf8').split('\n')[0].trim());
