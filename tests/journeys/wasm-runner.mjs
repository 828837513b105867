// Cargo's runner for tests compiled to WebAssembly: opens the page that wasm-bindgen serves for
// them and prints what it says. Apart from wasm-bindgen's own headless mode because that needs a
// driver of exactly the browser's version.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { launch } from './chromium.mjs';

const MINUTE = 60_000;

const runner = spawn('wasm-bindgen-test-runner', process.argv.slice(2), {
  env: {
    ...process.env,
    NO_HEADLESS: '1',
    WASM_BINDGEN_TEST_ADDRESS: '127.0.0.1:0',
    WASM_BINDGEN_TEST_ONLY_WEB: '1',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const address = await addressOf(runner);
  process.exitCode = address ? await run(address) : runner.exitCode;
} finally {
  runner.kill();
}

/** Passes the runner's lines on until it names its address; nothing when it ends before. */
async function addressOf(runner) {
  for await (const line of createInterface({ input: runner.stdout })) {
    const [address] = line.match(/http:\/\/[\d.:]+/) ?? [];
    if (address) return address;
    console.log(line);
  }
  await new Promise((done) => (runner.exitCode === null ? runner.once('exit', done) : done()));
}

/** Waits for the tests' own summary. */
async function run(address) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error));
    await page.goto(address);
    const output = page.locator('#output', { hasText: 'test result:' });
    await output.waitFor({ timeout: MINUTE });
    const text = await output.textContent();
    console.log(text);
    return text.includes('test result: ok.') ? 0 : 1;
  } finally {
    await browser.close();
  }
}
