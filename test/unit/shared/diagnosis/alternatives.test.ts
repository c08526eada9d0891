import { describe, expect, test } from 'vitest'
import {
  hostAnswersElsewhere,
  samePortOtherSecurity,
  workingAlternative,
  works,
} from '#shared/diagnosis/alternatives.ts'
import { diagnose } from '#shared/diagnosis/diagnose.ts'
import type { Trail } from '#shared/domain/evidence.ts'
import { closedDoor, door, openDoor, situation, type Parts } from './situations.ts'

const timeout = { kind: 'timeout', limitMs: 8_000 } as const
const starttls = { port: 143, security: 'starttls' } as const
const silent: Parts = { fault: timeout, stage: 'connect' }

function upTo(count: number): Trail {
  return { ...openDoor({}), stages: openDoor({}).stages.slice(0, count) }
}

describe('another port works', () => {
  test('when it was encrypted and answered as the right service', () => {
    expect(works(openDoor(starttls))).toBe(true)
  })

  test.each([
    ['nothing has come back yet', upTo(0)],
    ['it was only reached', upTo(2)],
    ['its certificate was never seen', upTo(3)],
    ['it was encrypted and has not greeted', upTo(4)],
    [
      'it greeted and was never encrypted',
      { ...upTo(0), stages: openDoor({}).stages.filter(({ stage }) => stage !== 'certificate') },
    ],
    ['it failed at the end', closedDoor(starttls, 'capabilities', { kind: 'garbage' })],
    [
      'its certificate was refused',
      closedDoor(starttls, 'certificate', { kind: 'certificate', problems: ['expired'] }),
    ],
  ])('not when %s', (_, trail) => {
    expect(works(trail)).toBe(false)
  })

  test('the first that works is taken', () => {
    const alternatives = [
      closedDoor(starttls, 'connect', timeout),
      openDoor({ port: 1993 }),
      openDoor({ port: 2993 }),
    ]
    expect(workingAlternative(situation({ ...silent, alternatives }))).toEqual(door({ port: 1993 }))
  })

  test('none is taken when none works', () => {
    expect(
      workingAlternative(situation({ ...silent, alternatives: [closedDoor(starttls, 'dns', timeout)] })),
    ).toBeNull()
    expect(workingAlternative(situation(silent))).toBeNull()
  })
})

describe('the same port with the other kind of encryption', () => {
  const other = closedDoor({ security: 'starttls' }, 'greeting', timeout)

  test('is found, whether it works or not', () => {
    expect(samePortOtherSecurity(situation({ ...silent, alternatives: [openDoor(starttls), other] }))).toBe(
      other,
    )
  })

  test.each([
    ['another port', openDoor(starttls)],
    ['the same kind of encryption', openDoor({})],
  ])('is not %s', (_, alternative) => {
    expect(samePortOtherSecurity(situation({ ...silent, alternatives: [alternative] }))).toBeNull()
  })
})

describe('the host answers elsewhere', () => {
  test.each<readonly [string, Partial<Parts>]>([
    ['another port of it works', { alternatives: [openDoor(starttls)] }],
    ['another port of it was reached', { alternatives: [closedDoor(starttls, 'tls', timeout)] }],
    ['a sister service was reached at it', { siblings: [openDoor({ protocol: 'smtp', port: 465 })] }],
  ])('when %s', (_, parts) => {
    expect(hostAnswersElsewhere(situation({ ...silent, ...parts }))).toBe(true)
  })

  test.each<readonly [string, Partial<Parts>]>([
    ['nothing else was tried', {}],
    ['no other port was reached', { alternatives: [closedDoor(starttls, 'connect', timeout)] }],
    [
      'only the same port was reached',
      { alternatives: [closedDoor({ security: 'starttls' }, 'tls', timeout)] },
    ],
    [
      'a sister service was reached at another host',
      { siblings: [openDoor({ host: 'smtp.example.org', port: 465 })] },
    ],
    ['a sister service was reached at the same port', { siblings: [openDoor({ protocol: 'smtp' })] }],
    [
      'a sister service has only looked up the name',
      { siblings: [{ ...upTo(1), endpoint: door(starttls) }] },
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
    const finding = diagnose(situation({ ...parts, alternatives: [openDoor(starttls)] }))
    expect(finding.code).toBe(code)
    expect(finding.actions[0]).toEqual({ kind: 'use-endpoint', endpoint: door(starttls) })
  })

  test('TLS_NOT_TLS prefers the port that was asked for', () => {
    const alternatives = [openDoor(starttls), openDoor({ security: 'starttls' })]
    const finding = diagnose(situation({ fault: { kind: 'not-tls' }, stage: 'tls', alternatives }))
    expect(finding.actions[0]).toEqual({ kind: 'use-endpoint', endpoint: door({ security: 'starttls' }) })
  })

  test('no button ever leads to a port without encryption', () => {
    const alternatives = [
      closedDoor({ port: 143, security: 'none' }, 'starttls', { kind: 'starttls-missing', offer: 'none' }),
    ]
    const finding = diagnose(
      situation({ fault: { kind: 'starttls-missing', offer: 'none' }, stage: 'starttls', alternatives }),
    )
    expect(finding.actions.map(({ kind }) => kind)).not.toContain('use-endpoint')
  })
})
