import { describe, expect, test } from 'vitest'
import { goodTls } from '../support/certificates.ts'
import { mailServer } from '../support/behaviour.ts'
import { tryOut } from '../support/probe-bench.ts'
import { titleOf, type ServerCase } from './cases.ts'
import { EAST_CASES, TAMPERING_CASES } from './east-cases.ts'
import { LOGIN_CASES } from './login-cases.ts'
import { REPLY_CASES } from './reply-cases.ts'
import { STARTTLS_CASES } from './starttls-cases.ts'

function rowsOf(cases: readonly ServerCase[]) {
  return cases.flatMap((one) =>
    one.protocols.map((protocol) => [titleOf(one, protocol), one, protocol] as const),
  )
}

async function run(one: ServerCase, protocol: ServerCase['protocols'][number]) {
  const endpoint = one.endpoint ?? one.security
  return tryOut(mailServer(protocol, endpoint, goodTls, one.behaviour(protocol)), {
    protocol,
    security: one.security,
  })
}

describe.each([
  ['the upgrade', STARTTLS_CASES],
  ['the published attacks on it', EAST_CASES],
  ['unsolicited data', TAMPERING_CASES],
  ['replies', REPLY_CASES],
  ['the sign-in', LOGIN_CASES],
])('%s', (_, cases) => {
  test.concurrent.each(rowsOf(cases))('%s', async (_name, one, protocol) => {
    const { result } = await run(one, protocol)
    expect({ code: result.code, passwordSent: result.passwordSent }).toEqual({
      code: one.code,
      passwordSent: one.passwordSent,
    })
  })
})

/** The server answers what it makes of the password. */
function echoing(echo: (password: string, blob: string) => string) {
  return mailServer('smtp', 'tls', goodTls, {
    login: async ({ conversation, line }) => {
      const [, , blob = ''] = line.split(' ')
      const [, , password = ''] = Buffer.from(blob, 'base64').toString('utf8').split('\0')
      conversation.send(`535 5.7.8 ${echo(password, blob)} is wrong`)
    },
  })
}

const ECHOES: readonly (readonly [string, (password: string, blob: string) => string])[] = [
  ['as it is', (password) => password],
  ['in capitals', (password) => password.toUpperCase()],
  ['in small letters', (password) => password.toLowerCase()],
  ['with its letters taken apart', (password) => password.normalize('NFD')],
  ['as JSON with numbers', (password) => JSON.stringify(password).replaceAll('ß', '\\u00DF')],
  ['with percent signs', (password) => encodeURIComponent(password)],
  ['as the message it came in', (_, blob) => blob],
]

test.each(ECHOES)('a server that echoes the password %s is quoted without it', async (_, echo) => {
  const { result } = await tryOut(echoing(echo), { protocol: 'smtp' })
  expect(result.findings[0]?.serverSaid).toMatch(/\[password\]\S* is wrong$/)
})

describe('a password that could be read from the holes it leaves', () => {
  const refuse = echoing((password) => `anna imap 1 "${password}"`)
  const exchange = async (secret: string) => {
    const canary = { secret, formsIn: () => [] }
    const { result } = await tryOut(refuse, { protocol: 'smtp', canary })
    return result.evidence.transcript.map(({ text }) => text)
  }

  test.each(['1', 'e', 'smtp', 'AUTH', 'A1', 'PLAIN', 'anna', 'example.test', 'authentication'])(
    'leaves the same transcript as any other: %j',
    async (secret) => {
      expect(await exchange(secret)).toEqual(await exchange('quite another one'))
    },
  )
})

test('one wrong password is one attempt', async () => {
  const attempts: string[] = []
  const script = mailServer('imap', 'tls', goodTls, {
    login: async ({ conversation, line, tag }) => {
      attempts.push(line.split(' ')[1] ?? '')
      conversation.send(`${tag} NO [AUTHENTICATIONFAILED] no`)
    },
  })
  await tryOut(script, { protocol: 'imap' })
  expect(attempts).toEqual(['AUTHENTICATE'])
})
