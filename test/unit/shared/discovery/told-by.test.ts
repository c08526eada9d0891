import { expect, test } from 'vitest'
import { toldBy } from '#shared/discovery/discovery.ts'
import type { RankedCandidate } from '#shared/domain/candidate.ts'

const USUAL_NAME = { kind: 'usual-name', domain: 'example.org' } as const
const OLD = { kind: 'once-listed', domain: 'example.org', collections: 'A list' } as const

function candidate(
  source: RankedCandidate['source'],
  trust: RankedCandidate['trust'],
  why: RankedCandidate['why'] = USUAL_NAME,
): RankedCandidate {
  return {
    endpoint: { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' },
    userName: 'anna@example.org',
    auth: ['plain'],
    source,
    trust,
    why,
    otherDomain: null,
  }
}

const USUAL = candidate('proposal', 'guess')

test.each([
  ['the domain itself', [candidate('autoconfig', 'domain')], 'published'],
  ['DNS of the domain', [USUAL, candidate('srv', 'dns')], 'published'],
  ['a public list on the net', [candidate('ispdb', 'public-list')], 'listed'],
  ['a list that came with the program', [candidate('collections', 'public-list')], 'listed'],
  ['a list that is not corrected any more', [USUAL, candidate('collections', 'guess', OLD)], 'listed'],
  ['such a list, whose server answers', [candidate('guess', 'guess', OLD)], 'listed'],
  [
    'the domain before a list',
    [candidate('autoconfig', 'domain'), candidate('ispdb', 'public-list')],
    'published',
  ],
  ['nobody', [USUAL, candidate('guess', 'guess')], null],
] as const)('where %s names the servers, that is what the user is told', (_, candidates, who) => {
  expect(toldBy(candidates)?.who ?? null).toBe(who)
})
