import { describe, expect, test } from 'vitest'
import { EXPORT_FORMAT_NAMES, GUIDE_NAMES, HANDOVER_PROGRAM_IDS } from '#shared/domain/program-names.ts'
import {
  HANDOVER_PROGRAMS,
  handoverProgram,
  matching,
  programFor,
} from '#shared/handover/handover-programs.ts'
import { bestWay, isBlocked, judgeWays } from '#shared/handover/choose-way.ts'
import { setupOf } from '../../../support/exports/exported.ts'

const ways = HANDOVER_PROGRAMS.flatMap((program) => program.ways)

describe('the table of programs', () => {
  test('has every id once', () => {
    expect(HANDOVER_PROGRAMS.map(({ id }) => id).toSorted()).toEqual([...HANDOVER_PROGRAM_IDS].toSorted())
  })

  test('leads to every format but the one for a terminal', () => {
    const led = new Set(ways.flatMap((way) => (way.kind === 'format' ? [way.format] : [])))
    expect(EXPORT_FORMAT_NAMES.filter((name) => !led.has(name))).toEqual(['android-qr-text'])
  })

  test('leads to every guide', () => {
    const led = new Set(ways.flatMap((way) => (way.kind === 'guide' ? [way.guide] : [])))
    expect(GUIDE_NAMES.filter((name) => !led.has(name))).toEqual([])
  })
})

const PASSWORD = setupOf({
  servers: { imap: 'imap.example.test:993:tls', smtp: 'smtp.example.test:465:tls' },
})
const ODD_STARTTLS = setupOf({
  servers: { imap: 'imap.example.test:993:tls', smtp: 'smtp.example.test:2587:starttls' },
})
const TOKENS = setupOf({
  servers: { imap: 'imap.gmail.com:993:tls', smtp: 'smtp.gmail.com:465:tls' },
  oauth: { issuer: 'https://accounts.google.com', clientId: '' },
})

describe('the way that is proposed', () => {
  test.each([
    ['iphone-mail', PASSWORD, { kind: 'format', format: 'mobileconfig' }],
    ['iphone-mail', ODD_STARTTLS, { kind: 'guide', guide: 'iphone-mail' }],
    ['iphone-mail', TOKENS, { kind: 'guide', guide: 'iphone-mail' }],
    ['thunderbird', PASSWORD, { kind: 'profile' }],
    ['thunderbird-android', TOKENS, { kind: 'format', format: 'android-qr' }],
    // Its file adds a provider and no account.
    ['fairemail', PASSWORD, { kind: 'settings' }],
    ['evolution', PASSWORD, { kind: 'settings' }],
  ] as const)('for %s is the least work that carries the setup', (id, setup, way) => {
    expect(bestWay(judgeWays(handoverProgram(id).ways, setup))?.way).toEqual(way)
  })

  test('is none where no way carries it, and the reason names what would', () => {
    const judged = judgeWays(handoverProgram('msmtp').ways, TOKENS)
    expect(bestWay(judged)).toBeNull()
    expect(judged.every(isBlocked)).toBe(true)
    const better = judged[0]?.limits.find(({ weight }) => weight === 'blocks')?.better ?? null
    expect(better === null ? null : programFor(better)?.id).toBeDefined()
  })
})

test.each([
  ['thunder', ['thunderbird', 'thunderbird-android']],
  ['outlook MAC', ['outlook-mac']],
  ['isync', ['mbsync']],
  ['no such program', []],
])('typing %s finds its programs', (typed, ids) => {
  expect(matching(HANDOVER_PROGRAMS, typed).map(({ id }) => id)).toEqual(ids)
})

test('what is better for a limit is a program of the table', () => {
  for (const setup of [PASSWORD, ODD_STARTTLS, TOKENS])
    for (const program of HANDOVER_PROGRAMS)
      for (const { better } of judgeWays(program.ways, setup).flatMap(({ limits }) => limits))
        if (better !== null) expect(programFor(better), JSON.stringify(better)).not.toBeNull()
})
