import { describe, expect, test } from 'vitest'
import type { CandidateSource, RankedCandidate } from '#shared/domain/candidate.ts'
import { contradictionWords, sourceWords } from '#shared/i18n/discovery-words.ts'
import { createTranslator } from '#shared/i18n/translator.ts'

const { t } = createTranslator('en')

function says(source: CandidateSource, protocol: 'imap' | 'smtp', host: string): RankedCandidate {
  return {
    endpoint: { protocol, host, port: 993, security: 'tls' },
    userName: 'anna',
    auth: [],
    source,
    trust: 'dns',
    why: { kind: 'settings-of-domain', domain: 'example.org', host: 'autoconfig.example.org' },
    otherDomain: null,
  }
}

describe('sources that disagree', () => {
  test('are told in one text for each source that was not believed', () => {
    const words = contradictionWords(
      [
        { chosen: says('mx', 'smtp', 'a.test'), other: says('autoconfig', 'smtp', 'b.test') },
        { chosen: says('mx', 'imap', 'a.test'), other: says('autoconfig', 'imap', 'c.test') },
        { chosen: says('mx', 'imap', 'a.test'), other: says('srv', 'imap', 'd.test') },
      ],
      t,
    )
    expect(words.map(({ source }) => source)).toEqual(['autoconfig', 'srv'])
    expect(words[0]?.text).toContain('It names b.test, c.test.')
    expect(words[0]?.text).toContain('The server that receives the mail today (MX) is more reliable')
  })

  test.each([
    ['autoconfig', 'over a verified connection'],
    ['pacc', 'over a verified connection'],
    ['srv', 'closer to the domain'],
  ] as const)('say why %s was believed', (source, because) => {
    const words = contradictionWords(
      [{ chosen: says(source, 'imap', 'a.test'), other: says('ispdb', 'imap', 'b.test') }],
      t,
    )
    expect(words[0]?.text).toContain(because)
  })
})

test('a source that could not be asked says by which code', () => {
  const report = { source: 'autoconfig', status: 'failed', code: 'NET_TIMEOUT', durationMs: 5 } as const
  expect(sourceWords(report, t)).toBe('the autoconfig server of the domain: could not be asked [NET_TIMEOUT]')
})
