import { describe, expect, test } from 'vitest'
import { PROTOCOLS } from '#shared/domain/protocol.ts'
import { mailServer } from '../support/behaviour.ts'
import { goodTls } from '../support/certificates.ts'
import { tryOut } from '../support/probe-bench.ts'
import type { ServerCase } from './cases.ts'
import { EAST_CASES, REFERRAL_CASES, SPOOFING_CASES, TAMPERING_CASES } from './east-cases.ts'
import { EAST_NAMES } from './east-names.ts'
import { STARTTLS_CASES } from './starttls-cases.ts'

/** Where a referral leads to. */
const ELSEWHERE = 243

function run({ security, behaviour }: ServerCase) {
  return tryOut(mailServer('imap', security, goodTls, behaviour('imap')), {
    protocol: 'imap',
    security,
    otherEndpoints: { [ELSEWHERE]: mailServer('imap', 'starttls', goodTls) },
  })
}

describe('the published list of STARTTLS attacks', () => {
  test.each(PROTOCOLS)('is complete for %s', (protocol) => {
    const cases = [...STARTTLS_CASES, ...EAST_CASES, ...TAMPERING_CASES]
    const names = cases
      .filter(({ protocols }) => protocols.includes(protocol))
      .flatMap(({ east }) => east?.[protocol] ?? [])
    const others = protocol === 'imap' ? REFERRAL_CASES.map(({ leadsTo }) => leadsTo) : []
    const expected: readonly string[] = EAST_NAMES[protocol]
    expect([...new Set([...names, ...others])].toSorted()).toEqual(expected.toSorted())
  })
})

describe('a referral is not followed: the server it leads to hears nothing', () => {
  test.concurrent.each(REFERRAL_CASES)('$name ($leadsTo)', async (one) => {
    const { result, servers } = await run(one)
    expect({ code: result.code, passwordSent: result.passwordSent }).toEqual({
      code: one.code,
      passwordSent: one.passwordSent,
    })
    expect(servers.map(({ connections }) => connections)).toEqual([1, 0])
  })
})

describe('what was said before the upgrade to TLS is shown nowhere', () => {
  test.concurrent.each(SPOOFING_CASES)('$name ($east.imap)', async (one) => {
    const { events } = await run(one)
    expect(JSON.stringify(events)).not.toMatch(/Call|800 555/)
  })
})

describe('what was said before the upgrade to TLS is not believed after it', () => {
  const forgotten = TAMPERING_CASES.filter(({ code }) => code === 'OK')

  test.concurrent.each(forgotten)('$east.imap', async (one) => {
    const { result } = await run(one)
    expect(result.evidence.stages.at(-1)?.facts).toEqual({ messages: 2, unseen: 1, delimiter: '/' })
  })
})
