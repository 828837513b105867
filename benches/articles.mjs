// Made-up articles in any number, for measuring large libraries: node benches/articles.mjs COUNT FOLDER [WORDS].
// The same number always gives the same article. Every other one is Markdown.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const WORDS = 1200;
const SECTIONS = 6;
const SENTENCES_A_PARAGRAPH = 4;

const FIELDS = {
  Rivers: 'ferry, lock, weir, mill, flood bank, towpath, estuary, barge, sluice, reed bed',
  Cities: 'market, tram line, arcade, bridge, square, archive, tenement, clock tower, park, library',
  Science: 'observatory, laboratory, expedition, instrument, survey, catalogue, experiment, telescope, sample, theory',
  Farming: 'orchard, harvest, granary, vineyard, hedge, seed store, pasture, dairy, irrigation channel, barn',
  Trade: 'harbour, warehouse, guild, customs house, caravan, ledger, fair, shipyard, workshop, price list',
  Music: 'choir, organ, song book, concert hall, melody, festival, violin, drum school, score, rehearsal',
  Weather: 'storm, drought, frost, forecast, barometer, monsoon, snow field, gale, rain gauge, heat wave',
  Crafts: 'loom, kiln, glass furnace, press, dye works, chisel, tapestry, lantern, saddle, basket',
};
const QUALITIES = list(
  'old, narrow, public, northern, southern, silent, restored, famous, abandoned, coastal, small, expensive, wooden, ' +
    'royal, hidden, portable, communal, rare, seasonal, upper, lower, forgotten, early, modern, copper, stone, painted, shared',
);
const VERBS = list(
  'changed, replaced, supported, delayed, protected, divided, inspired, measured, financed, repaired, threatened, ' +
    'improved, united, recorded, limited, explained, supplied, moved',
);
const PEOPLE = list(
  'engineers, merchants, villagers, historians, teachers, fishermen, printers, gardeners, sailors, astronomers, weavers, ' +
    'councillors, travellers, musicians, surveyors, bakers, nurses, masons',
);
const IDEAS = list(
  'cooperation, patience, debt, competition, scarcity, curiosity, tradition, safety, prestige, taxation, migration, ' +
    'erosion, education, secrecy, repair, storage, transport, language, memory, fire',
);
const HEADINGS = [
  (a) => `How ${a.idea()} shaped the ${a.thing()}`,
  (a) => `Why ${a.people()} depend on the ${a.thing()}`,
  (a) => `From ${a.place()} to ${a.place()}`,
  (a) => `The ${a.quality()} ${a.thing()} and its ${a.people()}`,
  (a) => `What ${a.idea()} costs in ${a.place()}`,
  (a) => `Measuring ${a.idea()} without the ${a.thing()}`,
  (a) => `${a.person()} and the ${a.quality()} years`,
];
const SENTENCES = [
  (a) => `In ${a.year()} the ${a.quality()} ${a.thing()} of ${a.place()} ${a.verb()} the ${a.thing()} that ${a.people()} had built.`,
  (a) => `${a.person()} ${a.verb()} the ${a.thing()} because ${a.people()} in ${a.place()} feared ${a.idea()} more than ${a.idea()}.`,
  (a) => `The ${a.quality()} ${a.thing()} held ${a.number()} visitors a year, while the ${a.quality()} one beside it held only ${a.number()}.`,
  (a) => `Most ${a.people()} relied on three things: ${a.idea()}, ${a.idea()} and ${a.idea()}.`,
  (a) => `Although ${a.idea()} ${a.verb()} the ${a.thing()} near ${a.place()}, ${a.people()} continued to visit the ${a.quality()} ${a.thing()}.`,
  (a) => `When ${a.people()} returned to ${a.place()}, the ${a.thing()} ${a.verb()} every ${a.quality()} ${a.thing()} along the road.`,
  (a) => `According to ${a.person()}, ${a.idea()} ${a.verb()} the ${a.quality()} ${a.thing()} for ${a.small()} years.`,
  (a) => `Every ${a.quality()} ${a.thing()} reduces ${a.idea()} by giving ${a.people()} a reason to share the ${a.thing()}.`,
  (a) => `Without ${a.idea()}, the ${a.thing()} of ${a.place()} would have ${a.verb()} neither ${a.people()} nor ${a.people()}.`,
  (a) => `The council of ${a.place()} paid ${a.number()} crowns for the ${a.thing()}, and ${a.people()} ${a.verb()} it within ${a.small()} months.`,
  (a) => `Unlike the ${a.thing()} in ${a.place()}, the ${a.quality()} ${a.thing()} ${a.verb()} ${a.people()} before it ${a.verb()} ${a.idea()}.`,
  (a) => `This ${a.verb()} ${a.idea()}, so ${a.people()} moved the ${a.quality()} ${a.thing()} to ${a.place()} in ${a.year()}.`,
  (a) => `${a.person()}, who had studied ${a.idea()} in ${a.place()}, ${a.verb()} the ${a.quality()} ${a.thing()}.`,
  (a) => `Only after ${a.year()} did ${a.people()} see that ${a.idea()} and ${a.idea()} belong together.`,
];
const DEKS = [
  (a) => `A look at how ${a.people()} in ${a.place()} live with ${a.idea()}, and at the ${a.quality()} ${a.thing()} that ${a.verb()} them.`,
  (a) => `${a.person()} once ${a.verb()} the ${a.quality()} ${a.thing()} of ${a.place()}; what ${a.people()} learned from ${a.idea()} there still matters.`,
  (a) => `Between ${a.idea()} and ${a.idea()}, the ${a.thing()} of ${a.place()} keeps ${a.people()} and ${a.people()} busy.`,
];

/** The article of that number: the name of its file, and its text. */
export function article(number, words = WORDS) {
  const any = chooser(number);
  const [title, dek] = [headline(any), any(DEKS)(any)];
  const name = String(number).padStart(5, '0');
  const lines = [];
  while (lines.length < SECTIONS) lines.push(section(any, words / SECTIONS));
  return number % 2 ? asMarkdown(name, title, dek, lines, any) : asText(name, title, dek, lines, any);
}

function asMarkdown(name, title, dek, sections, any) {
  const date = `${any.year()}-0${1 + any.below(9)}-${10 + any.below(18)}`;
  const front = ['---', `title: "${title}"`, `date: ${date}`, `author: ${any.person()}`, `description: "${dek}"`, `tags:\n  - ${any.field}`, '---'];
  const body = sections.map(({ heading, paragraphs }) => [`## ${heading}`, ...paragraphs].join('\n\n'));
  return { name: `${name}.md`, text: [front.join('\n'), ...body, ''].join('\n\n') };
}

function asText(name, title, dek, sections, any) {
  const date = `July ${1 + any.below(30)}, ${any.year()}`;
  const body = sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]);
  return { name: `${name}.txt`, text: [title, dek, date, `By ${any.person()}`, ...body, ''].join('\n') };
}

function headline(any) {
  const text = any(HEADINGS)(any);
  return `${text}: ${any.idea()} in ${any.place()}`;
}

function section(any, words) {
  const paragraphs = [];
  for (let left = words; left > 0; ) {
    const text = Array.from({ length: SENTENCES_A_PARAGRAPH }, () => capital(any(SENTENCES)(any))).join(' ');
    paragraphs.push(text);
    left -= text.split(' ').length;
  }
  return { heading: capital(any(HEADINGS)(any)), paragraphs };
}

/** Chooses at random, but always the same for one number. */
function chooser(number) {
  let state = (Math.imul(number + 1, 2654435761) ^ 0x9e3779b9) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit) => next() % limit;
  const any = (items) => items[below(items.length)];
  const field = any(Object.keys(FIELDS));
  const [things, places, persons] = [list(FIELDS[field]), names(any, below, 4), names(any, below, 3)];
  return Object.assign(any, {
    below,
    field,
    thing: () => any(things),
    place: () => any(places),
    person: () => any(persons),
    quality: () => any(QUALITIES),
    verb: () => any(VERBS),
    people: () => any(PEOPLE),
    idea: () => any(IDEAS),
    year: () => 1600 + below(420),
    small: () => 2 + below(18),
    number: () => (100 * (1 + below(90))).toLocaleString('en-GB'),
  });
}

/** Names that stand in no word list, so that articles differ in more than their order of words. */
function names(any, below, count) {
  const syllable = () => any(list('b, br, d, f, g, h, k, l, m, n, p, r, s, st, t, v')) + any(list('a, e, i, o, u, ai, ea'));
  const name = () => capital(Array.from({ length: 2 + below(2) }, syllable).join('') + any(list('n, r, ld, ford, ton, s, m')));
  return Array.from({ length: count }, name);
}

function list(words) {
  return words.split(', ');
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count, folder, words] = process.argv.slice(2);
  if (!(Number(count) > 0) || !folder) {
    console.error('usage: node benches/articles.mjs COUNT FOLDER [WORDS]');
    process.exit(2);
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < Number(count); number += 1) {
    const { name, text } = article(number, Number(words ?? WORDS));
    writeFileSync(join(folder, name), text);
  }
}
