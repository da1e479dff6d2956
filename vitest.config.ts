import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,bin,components,lib}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.integration.test.ts', 'node_modules'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['{app,bin,components,lib}/**/*.integration.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // Real brokers share the machine: one file at a time keeps their start times honest.
          fileParallelism: false,
        },
      },
    ],
  },
})
