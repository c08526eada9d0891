import { expect, test } from 'vitest'
import { isCutOff, type SourceReport } from '#shared/discovery/discovery.ts'

const report = (source: SourceReport['source'], status: SourceReport['status']): SourceReport => ({
  source,
  status,
  code: null,
  durationMs: 1,
})
const AT_HAND = [report('catalogue', 'nothing'), report('proposal', 'found')]

test.each<readonly [string, readonly SourceReport[], boolean]>([
  ['every question failed', [report('mx', 'failed'), report('ispdb', 'failed')], true],
  ['some were not needed', [report('mx', 'failed'), report('guess', 'skipped')], true],
  ['guessing led nowhere either', [report('mx', 'failed'), report('guess', 'nothing')], true],
  ['one source had nothing', [report('mx', 'failed'), report('ispdb', 'nothing')], false],
  ['one source had an answer', [report('mx', 'failed'), report('ispdb', 'found')], false],
  ['no source was asked', [], false],
])('cut off, where %s', (_, asked, expected) => {
  expect(isCutOff({ complete: true, sources: [...AT_HAND, ...asked] })).toBe(expected)
  expect(isCutOff({ complete: false, sources: [...AT_HAND, ...asked] })).toBe(false)
})
