import { expect, test } from 'vitest'
import { gmxNet } from '#shared/catalogue/providers/gmx-net.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import type { IsoDate } from '#shared/catalogue/source.ts'
import { endingOn } from '../unit/shared/catalogue/life-samples.ts'
import { mailServer } from '../support/behaviour.ts'
import { goodTls, HOST } from '../support/certificates.ts'
import { tryOut } from '../support/probe-bench.ts'

/** A provider whose passwords end on a day. */
function withPasswordsUntil(day: IsoDate): Provider {
  return {
    ...gmxNet,
    servers: { imap: [`${HOST}:993:tls`], pop3: [], smtp: [] },
    signIn: [{ kind: 'password', ending: { instead: 'oauth', life: endingOn(day) } }],
  }
}

function daysFromNow(days: number): IsoDate {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10) as IsoDate
}

test.each([
  ['is a warning and still proved while the day is ahead', 30, 'warning', ['AUTH_ENDS_SOON']],
  ['is nothing to speak of while it is years ahead', 2_000, 'ok', []],
] as const)('a sign-in by a password that ends %s', async (_, days, verdict, codes) => {
  const provider = withPasswordsUntil(daysFromNow(days))
  const { result, check } = await tryOut(mailServer('imap', 'tls', goodTls), { protocol: 'imap', provider })
  expect(result.verdict).toBe(verdict)
  expect(result.findings.map(({ code }) => code)).toEqual(codes)
  expect(check.verdict).toBe('ok')
})
