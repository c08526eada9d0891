import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeTestMessage } from '#engine/round-trip/test-message.ts'
import { authority } from '../support/certificates.ts'
import { hasCyrus, startCyrus, type Cyrus } from '../support/real/cyrus.ts'
import { EXIM_MECHANISMS, hasExim, startExim, type Exim, type EximOptions } from '../support/real/exim.ts'
import { ANNA } from '../support/real/mail-pair.ts'
import { checkServers } from './check-servers.ts'
import { checkedAt, endpointAt, expectOneAttempt, type Way } from './server-table.ts'

const WAYS = { 'smtp tls': 'submissions', 'smtp starttls': 'submission' } as const satisfies Partial<
  Record<Way, keyof Exim['ports']>
>
const EVERY_WAY = Object.keys(WAYS) as readonly (keyof typeof WAYS)[]

async function eximWith(options: Partial<EximOptions>): Promise<Exim> {
  const issued = await authority.issue({ dnsNames: ['localhost'] })
  return startExim({ ...issued, users: [ANNA], mechanisms: EXIM_MECHANISMS, ...options })
}

const checked = (exim: Exim, way: keyof typeof WAYS, password: string) =>
  checkedAt(way, exim.ports[WAYS[way]], password)

describe.skipIf(!hasExim)('a real Exim that announces all it has', () => {
  let exim: Exim
  beforeAll(async () => {
    exim = await eximWith({})
  })
  afterAll(() => exim.stop())

  test.each(EVERY_WAY)('takes the right password over %s', async (way) => {
    expect(await checked(exim, way, ANNA.password)).toMatchObject({ code: 'OK', passwordSent: 'yes' })
  })

  test.each(EVERY_WAY)('has looked at a wrong password over %s', async (way) => {
    const result = await checked(exim, way, 'not it')
    expect(result).toMatchObject({ code: 'AUTH_REJECTED', turn: 'you', passwordSent: 'yes' })
    expectOneAttempt(result)
  })
})

describe.skipIf(!hasExim).each(EXIM_MECHANISMS)('a real Exim that announces %s alone', (mechanism) => {
  let exim: Exim
  beforeAll(async () => {
    exim = await eximWith({ mechanisms: [mechanism] })
  })
  afterAll(() => exim.stop())

  test.each(EVERY_WAY)('signs in with it over %s', async (way) => {
    const method = mechanism.toLowerCase()
    expect(await checked(exim, way, ANNA.password)).toMatchObject({ code: 'OK', method })
  })

  test.each(EVERY_WAY)('refuses a wrong password over %s as that', async (way) => {
    expect(await checked(exim, way, 'not it')).toMatchObject({ code: 'AUTH_REJECTED' })
  })
})

test.skipIf(!hasExim).each(['PLAIN', 'LOGIN', 'CRAM-MD5'] as const)(
  'a real Exim that cannot read its file of passwords defers %s, which passes',
  async (mechanism) => {
    const exim = await eximWith({ mechanisms: [mechanism], judge: 'missing file' })
    const results = []
    for (const way of EVERY_WAY) results.push(await checked(exim, way, ANNA.password))
    await exim.stop()
    expect(results).toMatchObject(EVERY_WAY.map(() => ({ code: 'SERVER_BUSY', turn: 'nobody' })))
  },
)

test.skipIf(!hasExim)(
  'a real Exim whose accounts have no secret that SCRAM can use takes the password by another mechanism',
  async () => {
    const exim = await eximWith({ secrets: 'missing' })
    const result = await checked(exim, 'smtp tls', ANNA.password)
    await exim.stop()
    expect(result).toMatchObject({ code: 'OK' })
  },
)

/** At AUTH it knows no such thing: it lets the user in and refuses the message. */
const REFUSALS = [
  {
    name: 'a suspended account',
    refusal: {
      command: 'mail',
      statement: 'deny message = 550 5.7.1 Outgoing mail from this account has been suspended',
    },
    code: 'SEND_ACCOUNT_BLOCKED',
  },
  {
    name: 'a mailbox over its quota',
    refusal: { command: 'rcpt', statement: 'deny message = 552 5.2.2 Mailbox is over quota' },
    code: 'SEND_MAILBOX_FULL',
  },
  {
    name: 'a lookup that fails for now',
    refusal: { command: 'rcpt', statement: 'defer message = 451 4.3.0 Temporary lookup failure' },
    code: 'SERVER_BUSY',
  },
] as const

describe.skipIf(!hasExim || !hasCyrus)('a real Exim in front of a real Cyrus', () => {
  let cyrus: Cyrus
  beforeAll(async () => {
    const issued = await authority.issue({ dnsNames: ['localhost'] })
    cyrus = await startCyrus({ ...issued, mechanisms: ['PLAIN'] })
    // A mailbox comes into being when its user signs in for the first time.
    await checkedAt('imap tls', cyrus.ports.imaps, ANNA.password)
  })
  afterAll(() => cyrus.stop())

  async function sendThrough(options: Partial<EximOptions>) {
    const exim = await eximWith({ mechanisms: ['PLAIN'], deliversTo: cyrus.ports.lmtp, ...options })
    const endpoints = [
      endpointAt('smtp starttls', exim.ports.submission),
      endpointAt('imap tls', cyrus.ports.imaps),
    ]
    const testMessage = await composeTestMessage(
      { from: ANNA.name, to: ANNA.name },
      { subject: 'Test', text: 'Hello' },
    )
    const result = await checkServers(endpoints, ANNA.password, 'password', { testMessage })
    await exim.stop()
    return result
  }

  test('carries a message to the mailbox', async () => {
    const { verdict, endpoints } = await sendThrough({})
    expect(endpoints.map(({ code }) => code)).toEqual(['OK', 'OK'])
    expect(verdict).toBe('ok')
    expect(endpoints[1]?.evidence.stages.at(-1)).toMatchObject({ stage: 'arrive', status: 'ok' })
  })

  test.each(REFUSALS)('refuses a message for $name after a good sign-in', async ({ refusal, code }) => {
    const { endpoints } = await sendThrough({ refusal })
    expect(endpoints[0]).toMatchObject({ code, passwordSent: 'yes' })
    expect(endpoints[0]?.evidence.stages.find(({ stage }) => stage === 'login')).toMatchObject({
      status: 'ok',
    })
  })
})
