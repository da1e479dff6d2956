import { defineConfig } from 'vitest/config'

/** Thousands of lives on the fake driver: pure and parallel, but a minute of CPU. `npm run verify` leaves them out. */
const SLOW = '{app,bin,chaos,components,lib,soak}/**/*.slow.test.ts'

/** What takes too long for every change: `npm run test:full` runs these too. */
const LONG = '{app,bin,chaos,components,lib,soak}/**/*.full.integration.test.ts'

// Real brokers share the machine: one file at a time keeps their start times honest.
const realBrokers = { testTimeout: 120_000, hookTimeout: 180_000, fileParallelism: false }

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    globalSetup: 'bin/testing/compile-metrics-thread.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Many of these wait for timers and processes rather than for the processor.
          maxWorkers: 4,
          // Loading the same modules anew for each file took as long as the tests themselves.
          isolate: false,
          include: ['{app,bin,chaos,components,lib,soak}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.integration.test.ts', SLOW, 'node_modules'],
        },
      },
      {
        extends: true,
        test: { name: 'lives', include: [SLOW], testTimeout: 120_000 },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['{app,bin,chaos,components,lib,soak}/**/*.integration.test.ts'],
          exclude: [LONG, 'node_modules'],
          ...realBrokers,
        },
      },
      {
        extends: true,
        test: { name: 'long', include: [LONG], ...realBrokers },
      },
    ],
  },
})
