// Starts the Chromium that scripts/test.sh found, for journeys and for tests written in Rust.
import { chromium } from 'playwright-core';

export function launch() {
  const executablePath = process.env.CHROME;
  if (!executablePath) throw new Error('set CHROME to the program of a Chromium');
  return chromium.launch({
    executablePath,
    // Nothing of the browser's own may reach the network, and root has no sandbox.
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-gpu',
      '--disable-quic',
      '--disable-sync',
      '--no-first-run',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}
