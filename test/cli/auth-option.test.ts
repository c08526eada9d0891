import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { startScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { runCommandLine } from '#cli/run.ts'
import { authority, HOST } from '../support/certificates.ts'
import { startDnsServer, type DnsServer } from '../support/dns-server.ts'
import { saslServer, type SaslServer } from '../support/sasl-server.ts'

const PASSWORD = 'sunflower-4711'

let folder = ''
let names: DnsServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-auth-'))
  await writeFile(join(folder, 'ca.pem'), authority.certificate)
  names = await startDnsServer(({ type }) =>
    type === 'A' ? [{ type: 'A', name: HOST, data: '127.0.0.1' }] : [],
  )
})
afterAll(async () => {
  await names.stop()
  await rm(folder, { recursive: true })
})

interface Printed {
  readonly endpoints: readonly {
    readonly code: string
    readonly passwordSent: string
    readonly findings: readonly { readonly title: string }[]
  }[]
  readonly mechanisms?: {
    readonly services: readonly {
      readonly mechanisms: readonly {
        readonly name: string
        readonly verdict: string
        readonly code: string
      }[]
    }[]
    readonly endedBy: string | null
  }
}

const TOO_WEAK = { says: '535 5.7.8 mechanism too weak for this user' } as const

/** What the user types, by what is asked; `null` stands for a script, which gives the password in a pipe. */
type Answers = Readonly<Record<string, string>> | null

/** `check` over SMTP at a server of its own, in this very process. */
async function check(
  server: Pick<SaslServer, 'offers' | 'verdicts'>,
  options: readonly string[],
  answers: Answers = null,
  refused = 0,
) {
  const { script, asked } = saslServer({ ...server, protocol: 'smtp', password: PASSWORD })
  const listening = await startScriptedServer(script)
  const data = await mkdtemp(join(folder, 'data-'))
  const refusal = {
    host: HOST,
    userName: 'anna@example.test',
    at: new Date().toISOString(),
    password: 'typed',
  }
  const refusals = Array.from({ length: refused }, () => refusal)
  await writeFile(join(data, 'refusals.json'), JSON.stringify({ schema: 1, refusals }))
  vi.stubEnv('MAILWRIGHT_DATA_DIR', data)
  onTestFinished(() => void vi.unstubAllEnvs())
  const [input, results, progress] = [new PassThrough(), new PassThrough(), new PassThrough()]
  const said = { results: '', progress: '' }
  results.on('data', (chunk: Buffer) => (said.results += chunk.toString()))
  const open = new Map(Object.entries(answers ?? {}))
  progress.on('data', (chunk: Buffer) => {
    said.progress += chunk.toString()
    for (const [question, answer] of open) {
      if (!said.progress.includes(question)) continue
      open.delete(question)
      input.write(`${answer}\n`)
    }
  })
  if (answers === null) input.end(PASSWORD)
  const where = ['--smtp', `${HOST}:${listening.port}:tls`, '--ca', join(folder, 'ca.pem')]
  const from = answers === null && !options.includes('--no-login') ? ['--password-stdin'] : []
  const status = await runCommandLine(
    ['check', 'anna@example.test', ...where, '--dns', names.address, ...from, ...options],
    {
      input: Object.assign(input, answers === null ? {} : { isTTY: true }),
      results,
      progress,
      env: { LANG: 'en_US.UTF-8', MAILWRIGHT_DATA_DIR: data },
      signal: new AbortController().signal,
    },
  )
  await listening.stop()
  const printed = () => JSON.parse(said.results) as Printed
  return { status, asked, said, printed }
}

const MIXED = {
  offers: ['GSSAPI', 'CRAM-MD5', 'LOGIN', 'PLAIN', 'XOAUTH2'],
  verdicts: { LOGIN: { says: '504 5.7.4 no' } },
}

describe('--auth NAME proves one mechanism', () => {
  test('and no other, whatever is announced', async () => {
    const { status, asked } = await check(MIXED, ['--auth', 'cram-md5'])
    expect({ status, asked }).toEqual({ status: 0, asked: ['CRAM-MD5'] })
  })

  test('also where it fails, and another would work', async () => {
    const { status, asked, printed } = await check(MIXED, ['--auth', 'LOGIN', '--json'])
    expect({ status, asked, code: printed().endpoints[0]?.code }).toEqual({
      status: 1,
      asked: ['LOGIN'],
      code: 'AUTH_MECHANISM',
    })
  })

  test('and sends nothing where the server does not announce it', async () => {
    const { asked, printed } = await check(MIXED, ['--auth', 'SCRAM-SHA-256', '--json'])
    const [endpoint] = printed().endpoints
    expect(asked).toEqual([])
    expect(endpoint).toMatchObject({ code: 'AUTH_NONE_USABLE', passwordSent: 'no' })
    expect(endpoint?.findings[0]?.title).toContain('does not offer SCRAM-SHA-256')
  })

  test.each([
    ['a name that is none', ['--auth', 'NTLM'], 'SCRAM-SHA-256-PLUS'],
    ['a check without a sign-in', ['--auth', 'PLAIN', '--no-login'], '--no-login'],
    ['many sign-ins that a script has not agreed to', ['--auth', 'all'], '--insist'],
  ])('%s is wrong usage, and no server hears of it', async (_, options, named) => {
    const { status, asked, said } = await check(MIXED, options)
    expect({ status, asked }).toEqual({ status: 2, asked: [] })
    expect(said.progress).toContain(named)
  })
})

test('a policy that wants SCRAM first has it first', async () => {
  const policy = join(folder, 'policy.json')
  await writeFile(policy, JSON.stringify({ schema: 1, organisation: 'x', mechanismOrder: 'scram-first' }))
  const server = { offers: ['PLAIN', 'SCRAM-SHA-256'], verdicts: { 'SCRAM-SHA-256': 'scram' } } as const
  const asked = [await check(server, []), await check(server, ['--policy', policy])].map((run) => run.asked)
  expect(asked).toEqual([['PLAIN'], ['SCRAM-SHA-256']])
})

describe('--auth all shows of each announced mechanism whether it works', () => {
  test('one after the other, behind the check itself', async () => {
    const { status, asked, printed } = await check(MIXED, ['--auth', 'all', '--insist', '--json'])
    expect({ status, asked }).toEqual({ status: 0, asked: ['PLAIN', 'CRAM-MD5', 'LOGIN', 'PLAIN'] })
    expect(printed().mechanisms).toMatchObject({
      services: [
        {
          mechanisms: [
            { name: 'GSSAPI', verdict: 'unsupported', code: null },
            { name: 'CRAM-MD5', verdict: 'works', code: 'OK' },
            { name: 'LOGIN', verdict: 'failed', code: 'AUTH_MECHANISM' },
            { name: 'PLAIN', verdict: 'works', code: 'OK' },
            { name: 'XOAUTH2', verdict: 'not-tried', code: null },
          ],
        },
      ],
      endedBy: null,
    })
  })

  test('in words for a reader', async () => {
    const { said } = await check(MIXED, ['--auth', 'all', '--insist', '--no-color'])
    expect(said.results).toMatch(/CRAM-MD5 +works\n +LOGIN +does not work \[AUTH_MECHANISM\]/)
  })

  test('none where the check has heard that the password is wrong', async () => {
    const wrong = { offers: ['PLAIN', 'LOGIN'], verdicts: { PLAIN: 'wrong' } } as const
    const { asked, printed } = await check(wrong, ['--auth', 'all', '--insist', '--json'])
    expect(asked).toEqual(['PLAIN'])
    expect(printed().mechanisms?.services[0]?.mechanisms.map(({ verdict }) => verdict)).toEqual([
      'not-tried',
      'not-tried',
    ])
  })

  test('no further one once a mechanism has been refused the password', async () => {
    const stale = { offers: ['CRAM-MD5', 'LOGIN', 'PLAIN'], verdicts: { 'CRAM-MD5': 'wrong' } } as const
    const { asked, printed } = await check(stale, ['--auth', 'all', '--insist', '--json'])
    expect(asked).toEqual(['PLAIN', 'CRAM-MD5'])
    expect(printed().mechanisms?.endedBy).toBe('AUTH_REJECTED')
  })

  test('none beyond the tries that an account has left', async () => {
    const neither = { offers: ['PLAIN', 'LOGIN'], verdicts: { PLAIN: TOO_WEAK, LOGIN: TOO_WEAK } }
    const { asked, printed } = await check(neither, ['--auth', 'all', '--insist', '--json'], null, 3)
    expect(asked).toEqual(['PLAIN', 'LOGIN'])
    expect(printed().mechanisms?.endedBy).toBe('AUTH_PAUSED')
  })

  test.each([
    ['y', ['PLAIN', 'PLAIN', 'LOGIN']],
    ['n', ['PLAIN']],
  ])('after a question that names them, answered with "%s"', async (answer, expected) => {
    const two = { offers: ['PLAIN', 'LOGIN'], verdicts: {} }
    const answers = { 'Password for': PASSWORD, 'Sign in?': answer }
    const { asked, said } = await check(two, ['--auth', 'all'], answers)
    expect(said.progress).toContain('2 more sign-ins: smtp PLAIN, smtp LOGIN')
    expect(asked).toEqual(expected)
  })
})
