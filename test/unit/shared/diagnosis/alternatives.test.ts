import { describe, expect, test } from 'vitest'
import {
  hostAnswersElsewhere,
  samePortOtherSecurity,
  workingAlternative,
  works,
} from '#shared/diagnosis/alternatives.ts'
import { diagnose } from '#shared/diagnosis/diagnose.ts'
import type { Trail } from '#shared/domain/evidence.ts'
import { closedEndpoint, endpoint, openEndpoint, situation, type Parts } from './situations.ts'

const timeout = { kind: 'timeout', limitMs: 8_000 } as const
const starttls = { port: 143, security: 'starttls' } as const
const silent: Parts = { fault: timeout, stage: 'connect' }

function upTo(count: number): Trail {
  return { ...openEndpoint({}), stages: openEndpoint({}).stages.slice(0, count) }
}

describe('another port works', () => {
  test('when it was encrypted and answered as the right service', () => {
    expect(works(openEndpoint(starttls))).toBe(true)
  })

  test.each([
    ['nothing has come back yet', upTo(0)],
    ['it was only reached', upTo(2)],
    ['its certificate was never seen', upTo(3)],
    ['it was encrypted and has not greeted', upTo(4)],
    [
      'it greeted and was never encrypted',
      { ...upTo(0), stages: openEndpoint({}).stages.filter(({ stage }) => stage !== 'certificate') },
    ],
    ['it failed at the end', closedEndpoint(starttls, 'capabilities', { kind: 'garbage' })],
    [
      'its certificate was refused',
      closedEndpoint(starttls, 'certificate', { kind: 'certificate', problems: ['expired'] }),
    ],
  ])('not when %s', (_, trail) => {
    expect(works(trail)).toBe(false)
  })

  test('the first that works is taken', () => {
    const alternatives = [
      closedEndpoint(starttls, 'connect', timeout),
      openEndpoint({ port: 1993 }),
      openEndpoint({ port: 2993 }),
    ]
    expect(workingAlternative(situation({ ...silent, alternatives }))).toEqual(endpoint({ port: 1993 }))
  })

  test('none is taken when none works', () => {
    expect(
      workingAlternative(situation({ ...silent, alternatives: [closedEndpoint(starttls, 'dns', timeout)] })),
    ).toBeNull()
    expect(workingAlternative(situation(silent))).toBeNull()
  })
})

describe('the same port with the other kind of encryption', () => {
  const other = closedEndpoint({ security: 'starttls' }, 'greeting', timeout)

  test('is found, whether it works or not', () => {
    expect(
      samePortOtherSecurity(situation({ ...silent, alternatives: [openEndpoint(starttls), other] })),
    ).toBe(other)
  })

  test.each([
    ['another port', openEndpoint(starttls)],
    ['the same kind of encryption', openEndpoint({})],
  ])('is not %s', (_, alternative) => {
    expect(samePortOtherSecurity(situation({ ...silent, alternatives: [alternative] }))).toBeNull()
  })
})

describe('the host answers elsewhere', () => {
  test.each<readonly [string, Partial<Parts>]>([
    ['another port of it works', { alternatives: [openEndpoint(starttls)] }],
    ['another port of it was reached', { alternatives: [closedEndpoint(starttls, 'tls', timeout)] }],
    ['a sister service was reached at it', { siblings: [openEndpoint({ protocol: 'smtp', port: 465 })] }],
  ])('when %s', (_, parts) => {
    expect(hostAnswersElsewhere(situation({ ...silent, ...parts }))).toBe(true)
  })

  test.each<readonly [string, Partial<Parts>]>([
    ['nothing else was tried', {}],
    ['no other port was reached', { alternatives: [closedEndpoint(starttls, 'connect', timeout)] }],
    [
      'only the same port was reached',
      { alternatives: [closedEndpoint({ security: 'starttls' }, 'tls', timeout)] },
    ],
    [
      'a sister service was reached at another host',
      { siblings: [openEndpoint({ host: 'smtp.example.org', port: 465 })] },
    ],
    ['a sister service was reached at the same port', { siblings: [openEndpoint({ protocol: 'smtp' })] }],
    [
      'a sister service has only looked up the name',
      { siblings: [{ ...upTo(1), endpoint: endpoint(starttls) }] },
    ],
  ])('not when %s', (_, parts) => {
    expect(hostAnswersElsewhere(situation({ ...silent, ...parts }))).toBe(false)
  })
})

describe('the button leads to the port that works', () => {
  test.each<readonly [string, Parts]>([
    ['NET_PORT_BLOCKED', silent],
    ['NET_REFUSED', { fault: { kind: 'refused' }, stage: 'connect' }],
    ['NET_RESET', { fault: { kind: 'disconnected', how: 'reset' }, stage: 'tls' }],
    ['NET_TIMEOUT', { fault: timeout, stage: 'greeting' }],
    ['TLS_NOT_TLS', { fault: { kind: 'not-tls' }, stage: 'tls' }],
    ['STARTTLS_MISSING', { fault: { kind: 'starttls-missing', offer: 'none' }, stage: 'starttls' }],
    ['PROTO_WRONG_SERVICE', { fault: { kind: 'wrong-service', seen: 'http' }, stage: 'greeting' }],
  ])('%s', (code, parts) => {
    const finding = diagnose(situation({ ...parts, alternatives: [openEndpoint(starttls)] }))
    expect(finding.code).toBe(code)
    expect(finding.actions[0]).toEqual({ kind: 'use-endpoint', endpoint: endpoint(starttls) })
  })

  test('TLS_NOT_TLS prefers the port that was asked for', () => {
    const alternatives = [openEndpoint(starttls), openEndpoint({ security: 'starttls' })]
    const finding = diagnose(situation({ fault: { kind: 'not-tls' }, stage: 'tls', alternatives }))
    expect(finding.actions[0]).toEqual({ kind: 'use-endpoint', endpoint: endpoint({ security: 'starttls' }) })
  })

  test('no button ever leads to a port without encryption', () => {
    const alternatives = [
      closedEndpoint({ port: 143, security: 'none' }, 'starttls', {
        kind: 'starttls-missing',
        offer: 'none',
      }),
    ]
    const finding = diagnose(
      situation({ fault: { kind: 'starttls-missing', offer: 'none' }, stage: 'starttls', alternatives }),
    )
    expect(finding.actions.map(({ kind }) => kind)).not.toContain('use-endpoint')
  })
})
