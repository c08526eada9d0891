import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { inRoot } from '../scripts/lib/paths.ts'

/** What waits most of its time begins first, so that everything else is done beside it. */
class SoakFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isSoak = ({ moduleId }: TestSpecification) => moduleId.endsWith('/soak.test.ts')
    return [...sorted.filter(isSoak), ...sorted.filter((file) => !isSoak(file))]
  }
}

export default defineConfig({
  root: inRoot(),
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 15_000,
    hookTimeout: 30_000,
    pool: 'forks',
    sequence: { sequencer: SoakFirst },
    // One is kept free otherwise, which on a small computer is every second one.
    maxWorkers: '100%',
  },
})
