import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ReviewEvent } from '#shared/contract/review-event.ts'
import { SETUP_GONE } from '#shared/domain/setup-gone.ts'
import type { AccountOfProgram, AccountReview } from '#shared/programs/account-review.ts'
import type { ProgramService } from '#shared/programs/program-account.ts'
import { startPracticeEngine, type PracticeEngine } from '../support/in-process-host.ts'
import { thunderbirdHome, type PrefsChange } from '../support/thunderbird-home.ts'

const PASSWORD = 'sunflower'
const signal = new AbortController().signal

let home = ''
let engine: PracticeEngine
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'mailwright-review-'))
  engine = await startPracticeEngine({ platform: 'linux', home, root: home, env: {} })
})
afterEach(async () => {
  await engine.stop()
  await rm(home, { recursive: true })
})

/** The account of Thunderbird as the page is shown it. */
async function shown(change: PrefsChange = {}): Promise<AccountOfProgram> {
  await thunderbirdHome(home, change)
  const [profile] = await engine.handlers.programs.inspect({}, signal)
  const [account] = profile?.read.ok === true ? profile.read.value.accounts : []
  if (account === undefined) throw new Error('the program has no account')
  return { client: account.client, account: account.account }
}

const review = async (
  { client, account }: AccountOfProgram,
  previous: string | null = null,
): Promise<AccountReview> => engine.handlers.programs.review({ client, account, previous }, signal)

async function run(reviewId: string, secret: string | null = PASSWORD): Promise<readonly ReviewEvent[]> {
  const credential = secret === null ? null : ({ kind: 'password', secret } as const)
  const events: ReviewEvent[] = []
  for await (const event of engine.handlers.programs.testReview(
    { reviewId, credential, sending: null },
    signal,
  ))
    events.push(event)
  return events
}

const judged = (events: readonly ReviewEvent[]) => {
  const last = events.at(-1)
  if (last?.type !== 'judged') throw new Error('it was not judged')
  return last
}

describe('an account of a program that is found is tested as it is set up:', () => {
  test('one that works has no finding, and no event has the password', async () => {
    const { reviewId, tests } = await review(await shown())
    expect(tests.map(({ credential }) => credential)).toEqual(['wanted'])
    const events = await run(reviewId)
    expect(judged(events)).toMatchObject({ findings: [], results: [{ verdict: 'ok' }, { verdict: 'ok' }] })
    expect(JSON.stringify(events)).not.toContain(PASSWORD)
  })

  test.each<readonly [string, PrefsChange, string, string]>([
    [
      'STARTTLS on a port with SSL/TLS',
      { 'mail.server.server1.socketType': '2' },
      'SET_ENCRYPTION_PORT',
      'encryption',
    ],
    [
      'no sign-in for sending',
      { 'mail.smtpserver.smtp1.authMethod': '1' },
      'SET_NO_SIGN_IN',
      'authentication',
    ],
    [
      'a server that is not there',
      { 'mail.smtpserver.smtp1.hostname': '"smtp.gone.example"' },
      'SET_SERVER',
      'server',
    ],
  ])('%s is named first', async (_, change, code, field) => {
    const { reviewId } = await review(await shown(change))
    expect(judged(await run(reviewId)).findings[0]).toMatchObject({ code, field, severity: 'error' })
  })

  test('a wrong password is the cause where every setting is right', async () => {
    const { reviewId } = await review(await shown())
    expect(judged(await run(reviewId, 'tulip')).findings[0]).toMatchObject({ field: 'password' })
  })
})

describe('what was given once', () => {
  test('serves again for the very same servers', async () => {
    const account = await shown()
    const first = await review(account)
    await run(first.reviewId)
    const again = await review(account, first.reviewId)
    expect(again.tests.map(({ credential }) => credential)).toEqual(['kept'])
    expect(judged(await run(again.reviewId, null)).findings).toEqual([])
  })

  test('is asked for anew where a server has changed meanwhile', async () => {
    const first = await review(await shown())
    await run(first.reviewId)
    const changed = await shown({ 'mail.server.server1.hostname': '"pop.practice.example"' })
    const again = await review(changed, first.reviewId)
    expect(again.tests.map(({ credential }) => credential)).toEqual(['wanted'])
  })

  test('is forgotten with its review', async () => {
    const { reviewId } = await review(await shown())
    await run(reviewId)
    await engine.handlers.programs.closeReview({ reviewId }, signal)
    expect(await run(reviewId, null)).toEqual([SETUP_GONE])
  })

  test('and saved serves, where the program has the servers it was saved for', async () => {
    const account = await shown()
    const first = await review(account)
    await run(first.reviewId)
    const setupId = first.tests[0]?.setupId ?? ''
    expect(await engine.handlers.setup.save({ setupId, secret: 'keep' }, signal)).toMatchObject({ ok: true })
    await engine.handlers.programs.closeReview({ reviewId: first.reviewId }, signal)
    const fresh = await review(account)
    expect(fresh.tests.map(({ credential }) => credential)).toEqual(['kept'])
    expect(judged(await run(fresh.reviewId, null)).findings).toEqual([])
  })
})

const typed = (change: Partial<ProgramService>): AccountOfProgram => ({
  client: 'outlook-classic',
  account: {
    name: 'Anna',
    address: 'anna@practice.example',
    services: [
      {
        protocol: 'imap',
        host: 'imap.practice.example',
        port: 993,
        encryption: 'tls',
        userName: 'anna@practice.example',
        method: 'password',
        certificate: 'checked',
        ...change,
      },
    ],
  },
})

describe('nothing is made ready for', () => {
  test.each<readonly [string, Partial<ProgramService>]>([
    ['a connection in clear', { encryption: 'none', port: 143 }],
    ['what is no server', { host: '../../etc/passwd' }],
    ['a user name that cannot be sent', { userName: 'a'.repeat(900) }],
  ])('%s', async (_, change) => {
    expect((await review(typed(change))).tests).toEqual([])
  })

  test('an account without an address', async () => {
    const { client, account } = typed({ userName: 'anna' })
    const answer = await review({ client, account: { ...account, address: null } })
    expect(answer).toMatchObject({ address: null, tests: [] })
  })
})

test('the page gets no text of a file, and names none', async () => {
  await writeFile(
    join(home, '.msmtprc'),
    'account a\nhost smtp.practice.example\npassword tulip-4711\nfrom anna@practice.example\n',
  )
  await mkdir(join(home, '.thunderbird'), { recursive: true })
  const profiles = await engine.handlers.programs.inspect({}, signal)
  expect(profiles).toMatchObject([{ client: 'msmtp', path: join(home, '.msmtprc') }])
  expect(JSON.stringify(profiles)).not.toContain('tulip-4711')
})

test('a company that only sends has a password of its own', async () => {
  const { client, account } = typed({})
  const sending = { ...account.services[0], protocol: 'smtp', host: 'mail.smtp2go.com', port: 465 } as const
  const services = [...account.services, { ...typed({}).account.services[0], ...sending } as ProgramService]
  expect((await review({ client, account: { ...account, services } })).passwords).toBe('two')
  expect((await review({ client, account })).passwords).toBe('one')
})
