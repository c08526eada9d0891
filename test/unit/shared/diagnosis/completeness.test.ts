import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { gmail } from '#shared/catalogue/providers/gmail.ts'
import { outlook } from '#shared/catalogue/providers/outlook.ts'
import { CODES } from '#shared/finding/codes.ts'
import { diagnose } from '#shared/diagnosis/diagnose.ts'
import { RULES } from '#shared/diagnosis/rules.ts'
import { STAGES, type Stage } from '#shared/domain/stage.ts'
import type { ControlSighting } from '#shared/domain/surroundings.ts'
import { ALL_FAULTS, FAULT_SAMPLES } from './fault-samples.ts'
import { CERTIFICATE, closedEndpoint, openEndpoint, situation, through, type Parts } from './situations.ts'

const CONTROL: ControlSighting = {
  host: 'example.com',
  lookUp: 'found',
  addresses: [],
  attempts: [],
  answered: true,
  web: null,
}

const SURROUNDINGS: readonly Omit<Parts, 'fault'>[] = [
  {},
  { certificate: { ...CERTIFICATE, issuer: 'Avast Web/Mail Shield Root' } },
  { credential: 'token' },
  { credential: 'none' },
  { provider: gmail, endpoint: { protocol: 'smtp', port: 587, security: 'starttls' } },
  { provider: outlook, endpoint: { protocol: 'pop3', port: 995 } },
  { alternatives: [openEndpoint({ port: 143, security: 'starttls' })] },
  { alternatives: [openEndpoint({ security: 'starttls' })] },
  {
    alternatives: [
      closedEndpoint({ security: 'starttls' }, 'greeting', { kind: 'wrong-service', seen: 'ssh' }),
    ],
  },
  { siblings: [openEndpoint({ protocol: 'smtp', port: 465 })] },
  { alternatives: [openEndpoint({})], endpoint: { security: 'starttls' } },
  { endpoint: { host: 'imap-mail.outlook.com' } },
  { endpoint: { host: 'smtp.example.org' } },
  { endpoint: { host: 'imap.gmail.com' } },
  { addresses: [{ address: '2001:db8::1', family: 6 }], surroundings: { ipv6: 'none' } },
  {
    surroundings: { controls: [CONTROL] },
    siblings: [openEndpoint({ protocol: 'smtp', host: 'smtp.example.net' })],
  },
  { surroundings: { controls: [{ ...CONTROL, web: { status: 511, redirectHost: null, date: null } }] } },
  {
    surroundings: {
      controls: ['example.com', 'example.net'].map((host) => ({ ...CONTROL, host, answered: false })),
    },
  },
  { proxy: 'proxy.example.org:3128' },
  {
    proxy: 'proxy.example.org:3128',
    alternatives: [through('proxy.example.org:3128', openEndpoint({ port: 143 }))],
  },
]

function everySituationAt(stage: Stage) {
  return ALL_FAULTS.flatMap((fault) => SURROUNDINGS.map((parts) => situation({ ...parts, fault, stage })))
}

/** Made once: they are many, and each test asks something else of them. */
const DIAGNOSED = STAGES.map((stage) => ({
  stage,
  all: everySituationAt(stage).map((given) => ({ given, finding: diagnose(given) })),
}))
const everyFinding = DIAGNOSED.flatMap(({ all }) => all.map(({ finding }) => finding))

describe('whatever fails, and wherever', () => {
  test.each(DIAGNOSED)('at the stage "$stage" there is a finding with a next step', ({ stage, all }) => {
    const isWhole = ({ given, finding }: (typeof all)[number]) =>
      CODES.includes(finding.code) &&
      finding.actions.length > 0 &&
      finding.stage === stage &&
      finding.severity === 'error' &&
      isDeepStrictEqual(finding.endpoint, given.evidence.endpoint)
    expect(all.length).toBeGreaterThan(0)
    expect(all.filter((one) => !isWhole(one)).map(({ finding }) => finding)).toEqual([])
  })

  test.each(DIAGNOSED)('at the stage "$stage" the facts are plain values', ({ all }) => {
    const values = all.flatMap(({ finding }) => Object.values(finding.facts))
    expect(values.filter((value) => !['string', 'number'].includes(typeof value))).toEqual([])
  })

  test('the same situation always gives the same finding', () => {
    for (const given of everySituationAt('login')) expect(diagnose(given)).toEqual(diagnose(given))
  })

  test('no action is offered twice', () => {
    const doubled = everyFinding.filter(
      ({ actions }) => new Set(actions.map(({ kind }) => kind)).size < actions.length,
    )
    expect(doubled.map(({ code }) => code)).toEqual([])
  })
})

test('every sample of a fault is of the kind it stands for', () => {
  const kinds = Object.entries(FAULT_SAMPLES).map(([kind, faults]) => [
    kind,
    [...new Set(faults.map((fault) => fault.kind))],
  ])
  expect(kinds).toEqual(Object.keys(FAULT_SAMPLES).map((kind) => [kind, [kind]]))
})

test('every rule speaks for something', () => {
  const spoken = new Set(everyFinding.map(({ code }) => code))
  expect(RULES.map(({ code }) => code).filter((code) => !spoken.has(code))).toEqual([])
})

test('a password that was refused is never sent again by a button that only tests again', () => {
  const refusedWith = everySituationAt('login')
    .map(diagnose)
    .filter(({ code }) => code === 'AUTH_REJECTED')
  expect(refusedWith.length).toBeGreaterThan(0)
  expect(refusedWith.flatMap(({ actions }) => actions.map(({ kind }) => kind))).not.toContain('retry')
})
