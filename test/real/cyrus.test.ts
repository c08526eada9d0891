import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authority } from '../support/certificates.ts'
import { hasCyrus, startCyrus, type Cyrus, type CyrusOptions } from '../support/real/cyrus.ts'
import { ANNA } from '../support/real/mail-pair.ts'
import { checkedAt, expectOneAttempt, type Way } from './server-table.ts'

const WAYS = {
  'imap tls': 'imaps',
  'imap starttls': 'imap',
  'pop3 tls': 'pop3s',
  'pop3 starttls': 'pop3',
} as const satisfies Partial<Record<Way, keyof Cyrus['ports']>>

const EVERY_WAY = Object.keys(WAYS) as readonly (keyof typeof WAYS)[]
const BEN = { name: 'ben@example.test', password: ANNA.password }

/** The mechanisms of Cyrus that this program has, and what they are called in a report. */
const MECHANISMS = ['plain', 'login', 'cram-md5', 'scram-sha-1', 'scram-sha-256'] as const

async function cyrusWith(options: Partial<CyrusOptions>): Promise<Cyrus> {
  const issued = await authority.issue({ dnsNames: ['localhost'] })
  return startCyrus({ ...issued, ...options })
}

const checked = (cyrus: Cyrus, way: keyof typeof WAYS, password: string) =>
  checkedAt(way, cyrus.ports[WAYS[way]], password)

describe.skipIf(!hasCyrus)('a real Cyrus that announces all it has', () => {
  let cyrus: Cyrus
  beforeAll(async () => {
    cyrus = await cyrusWith({ users: [ANNA, BEN] })
  })
  afterAll(() => cyrus.stop())

  // Over TLS 1.3 it announces SCRAM-SHA-256-PLUS and cannot do the channel binding of TLS 1.3.
  test.each(EVERY_WAY)('takes the right password over %s', async (way) => {
    expect(await checked(cyrus, way, ANNA.password)).toMatchObject({ code: 'OK', passwordSent: 'yes' })
  })

  test.each(EVERY_WAY)('has looked at a wrong password over %s', async (way) => {
    const result = await checked(cyrus, way, 'not it')
    expect(result).toMatchObject({ code: 'AUTH_REJECTED', turn: 'you', passwordSent: 'yes' })
    expectOneAttempt(result)
  })
})

describe.skipIf(!hasCyrus).each(MECHANISMS)('a real Cyrus that announces %s alone', (mechanism) => {
  let cyrus: Cyrus
  beforeAll(async () => {
    cyrus = await cyrusWith({ mechanisms: [mechanism.toUpperCase()] })
  })
  afterAll(() => cyrus.stop())

  test.each(EVERY_WAY)('signs in with it over %s', async (way) => {
    expect(await checked(cyrus, way, ANNA.password)).toMatchObject({ code: 'OK', method: mechanism })
  })

  test.each(EVERY_WAY)('refuses a wrong password over %s as that', async (way) => {
    expect(await checked(cyrus, way, 'not it')).toMatchObject({ code: 'AUTH_REJECTED', method: mechanism })
  })
})

describe.skipIf(!hasCyrus)('a real Cyrus', () => {
  const conditions = [
    {
      // It keeps the words of its administrator for its log.
      name: 'an account that is denied every service, of which it says no more than "authorization failure"',
      options: { denied: [{ name: ANNA.name, message: 'Unpaid' }] },
      finding: { code: 'AUTH_NOT_PERMITTED', turn: 'admin' },
    },
    {
      name: 'a judge of passwords that does not run',
      options: { judge: 'saslauthd' },
      finding: { code: 'SERVER_BUSY', turn: 'nobody' },
    },
  ] as const

  test.each(conditions)('with $name', async ({ options, finding }) => {
    const cyrus = await cyrusWith({ ...options, mechanisms: ['PLAIN'] })
    const results = []
    for (const way of EVERY_WAY) results.push(await checked(cyrus, way, ANNA.password))
    await cyrus.stop()
    expect(results).toMatchObject(EVERY_WAY.map(() => finding))
  })

  test('with a mailbox over its quota lets the user in by IMAP and POP3, and says how full it is', async () => {
    const cyrus = await cyrusWith({ mechanisms: ['PLAIN'] })
    await cyrus.overfill(ANNA)
    const [imap, pop3] = [
      await checked(cyrus, 'imap tls', ANNA.password),
      await checked(cyrus, 'pop3 tls', ANNA.password),
    ]
    await cyrus.stop()
    expect(imap.evidence.stages.at(-1)).toMatchObject({
      stage: 'mailbox',
      status: 'ok',
      facts: { messages: 1, usedKb: 8, limitKb: 1 },
    })
    expect(pop3).toMatchObject({ code: 'OK' })
  })
})
