import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authority } from '../support/certificates.ts'
import { hasCourier, startCourier, type Courier, type CourierOptions } from '../support/real/courier.ts'
import { ANNA } from '../support/real/mail-pair.ts'
import { checkedAt, expectOneAttempt, type Way } from './server-table.ts'

const WAYS = {
  'imap tls': 'imaps',
  'imap starttls': 'imap',
  'pop3 tls': 'pop3s',
  'pop3 starttls': 'pop3',
  'smtp tls': 'submissions',
  'smtp starttls': 'submission',
} as const satisfies Record<Way, keyof Courier['ports']>

const EVERY_WAY = Object.keys(WAYS) as readonly Way[]
const MAILBOX_WAYS = new Set(EVERY_WAY.filter((way) => !way.startsWith('smtp')))

/** The LOGIN command of IMAP takes letters of ASCII as they are. */
const ASCII_ANNA = { ...ANNA, password: 'Geheim-4711 "x"' }

async function courierWith(options: Partial<CourierOptions>): Promise<Courier> {
  const issued = await authority.issue({ dnsNames: ['localhost'] })
  return startCourier({ ...issued, ...options })
}

const checked = (courier: Courier, way: Way, password: string) =>
  checkedAt(way, courier.ports[WAYS[way]], password)

describe.skipIf(!hasCourier)('a real Courier', () => {
  let courier: Courier
  beforeAll(async () => {
    courier = await courierWith({})
  })
  afterAll(() => courier.stop())

  test.each(EVERY_WAY)('takes the right password over %s', async (way) => {
    expect(await checked(courier, way, ANNA.password)).toMatchObject({ code: 'OK', passwordSent: 'yes' })
  })

  // It takes five seconds to think about a wrong one.
  test.concurrent.each(EVERY_WAY)('has looked at a wrong password over %s', async (way) => {
    const result = await checked(courier, way, 'not it')
    expect(result).toMatchObject({ code: 'AUTH_REJECTED', turn: 'you', passwordSent: 'yes' })
    expectOneAttempt(result)
  })
})

/** What it announces, and what that leads to; it announces no LOGIN in IMAP, where that is a command of its own. */
const MECHANISMS = [
  { announced: 'PLAIN', ways: EVERY_WAY, method: 'plain' },
  { announced: 'LOGIN', ways: EVERY_WAY, method: 'login' },
  { announced: 'CRAM-MD5', ways: EVERY_WAY, method: 'cram-md5' },
  // Its own, that no other program knows.
  { announced: 'CRAM-SHA256', ways: ['imap tls', 'imap starttls'], method: 'login' },
  { announced: 'CRAM-SHA256', ways: ['pop3 tls', 'pop3 starttls'], method: 'plain' },
] as const

describe.skipIf(!hasCourier).each(MECHANISMS)(
  'a real Courier that announces $announced alone',
  ({ announced, ways, method }) => {
    let courier: Courier
    beforeAll(async () => {
      courier = await courierWith({ users: [ASCII_ANNA], mechanisms: [announced] })
    })
    afterAll(() => courier.stop())

    test.each(ways)(`is signed in to by ${method} over %s`, async (way) => {
      expect(await checked(courier, way, ASCII_ANNA.password)).toMatchObject({ code: 'OK', method })
    })
  },
)

test.skipIf(!hasCourier)(
  'a real Courier with an account that is switched off says so by IMAP and POP3; its SMTP cannot, and lets it in',
  async () => {
    const courier = await courierWith({ users: [{ ...ANNA, disabled: 'everywhere' }] })
    const codes: (readonly [Way, string])[] = []
    for (const way of EVERY_WAY) codes.push([way, (await checked(courier, way, ANNA.password)).code])
    await courier.stop()
    // It closes the connection as it says so; whether its words arrive is a matter of luck, and never a wrong password.
    const mayBe = (way: Way) => (MAILBOX_WAYS.has(way) ? ['AUTH_PROTOCOL_DISABLED', 'NET_RESET'] : ['OK'])
    for (const [way, code] of codes) expect([way, mayBe(way)]).toEqual([way, expect.arrayContaining([code])])
  },
)

describe.skipIf(!hasCourier)('a real Courier whose judge of passwords has died', () => {
  let courier: Courier
  beforeAll(async () => {
    courier = await courierWith({})
    await courier.stopJudge()
  })
  afterAll(() => courier.stop())

  test.each(['imap tls', 'imap starttls'] as const)('says over %s that it passes', async (way) => {
    expect(await checked(courier, way, ANNA.password)).toMatchObject({ code: 'SERVER_BUSY', turn: 'nobody' })
  })

  // It closes the connection as it says so; whether its words arrive is a matter of luck.
  test.each(['pop3 tls', 'pop3 starttls'] as const)(
    'says over %s that it passes, or hangs up before it has said so',
    async (way) => {
      const { code } = await checked(courier, way, ANNA.password)
      expect(['SERVER_BUSY', 'NET_RESET']).toContain(code)
    },
  )

  test.each(['smtp tls', 'smtp starttls'] as const)(
    'cannot be told from a wrong password over %s: it says the same',
    async (way) => {
      const result = await checked(courier, way, ANNA.password)
      expect(result).toMatchObject({ code: 'AUTH_REJECTED' })
      expect(result.findings[0]?.serverSaid).toBe('Authentication failed.')
    },
  )
})

test.skipIf(!hasCourier)(
  'a real Courier with a mailbox over its quota lets the user in by IMAP and POP3, and says by IMAP how full it is',
  async () => {
    const courier = await courierWith({ users: [{ ...ANNA, quota: '1024S' }] })
    await courier.deliver(ANNA.name, `Subject: large\n\n${'large '.repeat(1_400)}\n`)
    const [imap, pop3] = [
      await checked(courier, 'imap tls', ANNA.password),
      await checked(courier, 'pop3 tls', ANNA.password),
    ]
    await courier.stop()
    expect(imap.evidence.stages.at(-1)).toMatchObject({
      stage: 'mailbox',
      status: 'ok',
      facts: { messages: 1, usedKb: 9, limitKb: 1 },
    })
    expect(pop3).toMatchObject({ code: 'OK' })
  },
)
