import { expect, test } from 'vitest'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { StageRecord } from '#shared/domain/stage.ts'
import type { Verdict } from '#shared/finding/check-result.ts'
import { provedSetup, type TestedService, type TestedSetup } from '#shared/handover/proved-setup.ts'
import { ANNA, ASKED, IMAP, passed, resultFor, SMTP } from '../../renderer/wizard/samples.ts'

const LOGIN: StageRecord = { ...passed('login'), stage: 'login', facts: { method: 'plain' } }
const TOKEN: StageRecord = { ...passed('login'), stage: 'login', facts: { method: 'xoauth2' } }

const tested = (
  endpoint: ServerEndpoint,
  stages: readonly StageRecord[],
  verdict: Verdict = 'ok',
  more: Partial<TestedService> = {},
): TestedService => ({
  result: resultFor(endpoint, { verdict }, ...stages),
  slot: 'account',
  pin: null,
  ...more,
})

const setup = (services: readonly TestedService[], more: Partial<TestedSetup> = {}) =>
  provedSetup({ address: ANNA, tested: services, issuer: '', clientId: '', signsIn: 'here', ...more })

const CASES: readonly (readonly [string, ReturnType<typeof setup>, readonly string[]])[] = [
  [
    'everything that was proved',
    setup([tested(IMAP, [LOGIN]), tested(SMTP, [LOGIN])]),
    ['imap password', 'smtp password'],
  ],
  [
    'only the part that was proved',
    setup([tested(IMAP, [LOGIN]), tested(SMTP, [LOGIN], 'failed')]),
    ['imap password'],
  ],
  [
    'nothing of a server that only answered',
    setup([tested(IMAP, [LOGIN]), tested(SMTP, [])]),
    ['imap password'],
  ],
  [
    'servers that answered, where only the mail program can sign in',
    setup([tested(IMAP, []), tested(SMTP, [], 'failed')], { signsIn: 'program' }),
    ['imap token'],
  ],
  ['a relay without a sign-in', setup([tested(SMTP, ASKED)]), ['smtp none']],
  ['a sign-in by token as that', setup([tested(IMAP, [TOKEN])]), ['imap token']],
]

test.each(CASES)('a mail program is given %s', (_, { services }, expected) => {
  expect(services.map(({ endpoint, signIn }) => `${endpoint.protocol} ${signIn}`)).toEqual(expected)
})

test('a relay has no user name, an exception and a second password are told', () => {
  expect(setup([tested(SMTP, ASKED)]).services[0]?.userName).toBe('')
  const pinned = setup([tested(IMAP, [LOGIN], 'ok', { pin: 'AA', slot: 'sending' })]).services[0]
  expect(pinned).toMatchObject({ certificate: 'accepted-by-user', slot: 'sending', userName: 'anna' })
})

test('who gives out tokens is named only where one was used', () => {
  const more = { issuer: 'https://accounts.example', clientId: 'x' }
  expect(setup([tested(IMAP, [LOGIN])], more).oauth).toBeNull()
  expect(setup([tested(IMAP, [TOKEN])], more).oauth).toEqual(more)
})
