import { describe, expect, test } from 'vitest'
import { gmail } from '#shared/catalogue/providers/gmail.ts'
import { assembleDiscovery } from '#shared/discovery/assemble.ts'
import { candidatesOf } from '#shared/discovery/candidates.ts'
import { isUsable, unsaidNotes, type Discovery } from '#shared/discovery/discovery.ts'
import type { DiscoveryNote } from '#shared/discovery/notes.ts'
import type { SourceAnswer } from '#shared/discovery/source-answer.ts'
import type { Candidate, CandidateSource, Trust } from '#shared/domain/candidate.ts'
import { addressOf } from './samples.ts'

const DATE = '2026-11-20'
const ANNA = addressOf('anna@example.org')
const FILTERED: DiscoveryNote = {
  kind: 'filtered',
  domain: 'example.org',
  filter: 'Example Filter',
  mx: 'mx.filter.test',
}

function answer(
  source: CandidateSource,
  trust: Trust,
  {
    provider = 'none',
    notes = [],
  }: { provider?: 'none' | 'certain' | 'probable'; notes?: DiscoveryNote[] } = {},
): SourceAnswer {
  const why = { kind: 'typed' } as const
  const candidates: readonly Candidate[] = candidatesOf(gmail, ANNA, { source, trust, why }, DATE)
  const named = { facts: gmail, why, ...(provider === 'probable' ? { certainty: provider } : {}) }
  return {
    report: { source, status: 'found', code: null, durationMs: 0 },
    provider: provider === 'none' ? null : named,
    candidates,
    notes,
  }
}

const found = (...answers: readonly SourceAnswer[]): Discovery =>
  assembleDiscovery(ANNA, answers, { date: DATE, complete: false })

describe('while others are still being asked, the user can go on', () => {
  test.each<readonly [string, SourceAnswer, boolean]>([
    ['with servers of the domain itself', answer('autoconfig', 'domain'), true],
    ['with a provider that is known', answer('mx', 'dns', { provider: 'certain' }), true],
    ['with servers that have answered', answer('guess', 'guess'), true],
    ['not with what is only probable', answer('ns', 'guess', { provider: 'probable' }), false],
    ['not with what was listed once', answer('collections', 'guess'), false],
    ['not with usual names', answer('proposal', 'guess'), false],
  ])('%s', (_, one, expected) => {
    expect(isUsable(found(one))).toBe(expected)
    expect(isUsable({ ...found(one), complete: true })).toBe(true)
  })
})

describe('that a filter hides the mailbox', () => {
  const notes = [FILTERED]
  test.each<readonly [string, SourceAnswer, readonly DiscoveryNote[]]>([
    ['is said where it does', answer('proposal', 'guess', { notes }), notes],
    ['is said where servers only happen to answer', answer('guess', 'guess', { notes }), notes],
    ['is not said where the domain names its servers', answer('autoconfig', 'domain', { notes }), []],
    ['is not said beside a provider', answer('filter', 'guess', { provider: 'probable', notes }), []],
  ])('%s', (_, one, expected) => {
    expect(unsaidNotes(found(one))).toEqual(expected)
  })
})
