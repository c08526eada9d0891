import { defineConfig } from 'playwright/test'
import type { WorkerFixtures } from './fixtures.ts'
import { inRoot } from '../../scripts/lib/paths.ts'

export default defineConfig<object, WorkerFixtures>({
  testDir: inRoot('test', 'e2e'),
  outputDir: inRoot('test-results'),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
  forbidOnly: true,
  globalSetup: './announce-missing.ts',
  projects: [
    {
      name: 'browser host',
      testMatch: /(wizard|doctor|browser-host|real-servers)\/.*\.spec\.ts/,
      use: { launcher: 'browser-host' },
    },
    {
      name: 'desktop (stand-in)',
      testMatch: /wizard\/practice\.spec\.ts|desktop\/.*\.spec\.ts/,
      use: { launcher: 'stand-in' },
    },
    {
      name: 'desktop (Electron)',
      testMatch: /wizard\/practice\.spec\.ts|electron\/.*\.spec\.ts/,
      use: { launcher: 'electron' },
      // A second window of the same program is the end of the second program.
      workers: 1,
    },
    { name: 'gallery', testMatch: /gallery\/.*\.spec\.ts/ },
  ],
})
