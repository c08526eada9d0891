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
  },
})
