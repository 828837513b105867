// Questions made by hand about the first article, for ways to answer that its own bank may lack: a
// worker in the examiner's place answers with them, as the examiner would.
const QUESTIONS = [
  {
    id: '0000000000a1',
    kind: 'list',
    stem: 'What do neighbors develop jointly when risks accumulate?',
    options: [
      'Information-sharing protocols',
      'Contingency support packages',
      'A common currency',
      'Standardized sanctions-countermeasure assessments',
      'A single parliament',
    ],
    keys: [0, 1, 3],
    evidence:
      'When risks accumulate—ranging from energy shortages to limits on technology flows—neighbors develop joint information-sharing protocols, standardized sanctions-countermeasure assessments, and contingency support packages.',
    explanation: 'The article names three things that neighbors develop jointly.',
  },
  {
    id: '0000000000a2',
    kind: 'order',
    stem: 'In what order does the article name these instruments of cooperation?',
    options: [
      'Harmonized export controls',
      'Joint procurement pools for essential goods',
      'Regional stockpiles of critical materials',
    ],
    keys: [1, 2, 0],
    evidence:
      'Joint procurement pools for essential goods, regional stockpiles of critical materials, and harmonized export controls become practical instruments of cooperation.',
    explanation: 'All three stand in one sentence.',
  },
  {
    id: '0000000000a3',
    kind: 'gap',
    stem: 'What do governments gain when outcomes align with public expectations?',
    accepted: ['political capital', 'capital'],
    evidence:
      'When outcomes align with public expectations, governments gain political capital that can sustain tough policy choices.',
    explanation: 'The article says what it is good for, too: tough policy choices.',
  },
];

/** What the options of each are that are right, in order where order counts; or what to type. */
export const RIGHT = QUESTIONS.map(({ options, keys, accepted }) =>
  options ? keys.map((key) => options[key]) : accepted[0],
);

/** From now on these are the questions. */
export function serveBank(page) {
  return page.route('**/examiner_loader.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `const QUESTIONS = ${JSON.stringify(QUESTIONS)}; (${work})(QUESTIONS);`,
    }),
  );
}

/** The worker's program. */
function work(questions) {
  const find = ({ sections }, text) => {
    for (const [section, { paragraphs }] of sections.entries()) {
      for (const [paragraph, { text: all }] of paragraphs.entries()) {
        const [before, after] = all.split(text);
        if (after === undefined) continue;
        const bytes = (text) => new TextEncoder().encode(text).length;
        return { section, paragraph, start: bytes(before), end: bytes(before + text), text };
      }
    }
    return undefined;
  };
  self.onmessage = ({ data }) => {
    const { article } = JSON.parse(data);
    const all = questions.map((question) => ({
      options: [],
      keys: [],
      accepted: [],
      score: 0.5,
      ...question,
      article: article.slug,
      evidence: find(article, question.evidence),
    }));
    const bank = { article: article.slug, questions: all.filter(({ evidence }) => evidence), shortage: null };
    self.postMessage(JSON.stringify({ bank, error: null }));
  };
  self.postMessage(true);
}
