import { defineConfig } from '@playwright/test'

/** What takes too long for every change: `npm run test:full` runs these too. */
const LONG = '**/*.full.e2e.ts'

/** Journeys in a real browser against a real server with real brokers, which every journey starts for itself. */
export default defineConfig({
  testDir: 'e2e',
  projects: [
    { name: 'journeys', testMatch: '**/*.e2e.ts', testIgnore: LONG },
    { name: 'long', testMatch: LONG },
  ],
  outputDir: 'test-results',
  // Brokers share the machine: side by side, every journey would only be slower.
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: {
    // What cannot be pressed is told soon, not when the whole journey ran out of time.
    actionTimeout: 30_000,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.MOSAIK_CHROMIUM,
      args: [
        '--disable-background-networking',
        // Chromium's sandbox refuses to work for root, which is who runs tests in most containers.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
})
