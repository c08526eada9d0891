import { defineConfig } from 'vitest/config'
import { inRoot } from '../scripts/lib/paths.ts'

export default defineConfig({
  root: inRoot(),
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 15_000,
    hookTimeout: 30_000,
    pool: 'forks',
    // One is kept free otherwise, which on a small computer is every second one.
    maxWorkers: '100%',
  },
})
