import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isSetupGone, SETUP_GONE } from '#shared/domain/setup-gone.ts'
import type { AccountOfProgram, AccountReview } from '#shared/programs/account-review.ts'
import { startPracticeEngine, type PracticeEngine } from '../support/in-process-host.ts'
import { lockFile } from '../support/locked-file.ts'
import { thunderbirdHome, type PrefsChange } from '../support/thunderbird-home.ts'

const PASSWORD = 'sunflower'
const WRONG_PORT: PrefsChange = { 'mail.server.server1.port': '1993' }
const signal = new AbortController().signal

let home = ''
let engine: PracticeEngine
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'mailwright-fixes-'))
  engine = await startPracticeEngine({ platform: 'linux', home, root: home, env: {} })
})
afterEach(async () => {
  await engine.stop()
  await rm(home, { recursive: true })
})

const profile = () => join(home, '.thunderbird/anna.default')
const prefs = () => readFile(join(profile(), 'prefs.js'), 'utf8')

/** What the page is shown: the place by its id, and the account in it. */
async function shown(): Promise<AccountOfProgram & { readonly profileId: string }> {
  const [found] = await engine.handlers.programs.inspect({}, signal)
  const [account] = found?.read.ok === true ? found.read.value.accounts : []
  if (found === undefined || account === undefined) throw new Error('the program has no account')
  return { profileId: found.id, client: account.client, account: account.account }
}

async function reviewed(
  change: PrefsChange,
): Promise<{ readonly reviewId: string; readonly profileId: string }> {
  await thunderbirdHome(home, change)
  const { profileId, client, account } = await shown()
  const review = await engine.handlers.programs.review({ client, account, previous: null }, signal)
  return { reviewId: review.reviewId, profileId }
}

async function findingsOf(reviewId: string): Promise<readonly unknown[] | null> {
  const request = { reviewId, credential: { kind: 'password', secret: PASSWORD }, sending: null } as const
  let findings: readonly unknown[] | null = null
  for await (const event of engine.handlers.programs.testReview(request, signal))
    if (event.type === 'judged') findings = event.findings
  return findings
}

async function offered(request: { readonly reviewId: string; readonly profileId: string }) {
  const offer = await engine.handlers.programs.previewFix(request, signal)
  if (isSetupGone(offer) || !offer.ok) throw new Error(JSON.stringify(offer))
  return offer.value
}

async function tried(reviewId: string): Promise<AccountReview> {
  const trial = await engine.handlers.programs.tryFix({ reviewId }, signal)
  if (isSetupGone(trial) || !trial.ok) throw new Error(JSON.stringify(trial))
  return trial.value.review
}

describe('a page has a setting changed in a program:', () => {
  test('what is settled is shown, written, works, and is taken back', async () => {
    const { programs } = engine.handlers
    const request = await reviewed(WRONG_PORT)
    const before = await prefs()
    const { next, changes, previewId } = await offered(request)
    expect(next).toBe('write')
    expect(changes).toMatchObject([
      {
        before: 'user_pref("mail.server.server1.port", 1993);',
        after: 'user_pref("mail.server.server1.port", 993);',
      },
    ])
    expect(await prefs()).toBe(before)
    const written = await programs.writeFix({ ...request, previewId }, signal)
    if (isSetupGone(written) || !written.ok) throw new Error(JSON.stringify(written))
    expect(await readFile(join(profile(), written.value.backup), 'utf8')).toBe(before)
    const { client, account } = await shown()
    const after = await programs.review({ client, account, previous: null }, signal)
    expect(await findingsOf(after.reviewId)).toEqual([])
    expect(await programs.undoFix({ profileId: request.profileId }, signal)).toEqual({
      ok: true,
      value: null,
    })
    expect(await prefs()).toBe(before)
  })

  test('a password on a line that changes stays in the file, and is hidden from the page', async () => {
    const { programs } = engine.handlers
    const url = 'smtps://anna%40practice.example:tulip-4711@smtp.practice.example'
    const path = join(home, '.neomuttrc')
    await writeFile(path, `set from="anna@practice.example"\nset smtp_url="${url}:1465"\n`)
    const { profileId, client, account } = await shown()
    const { reviewId } = await programs.review({ client, account, previous: null }, signal)
    const { changes, previewId } = await offered({ reviewId, profileId })
    expect(changes).toMatchObject([{ line: 2 }])
    expect(JSON.stringify(changes)).not.toContain('tulip-4711')
    const written = await programs.writeFix({ reviewId, profileId, previewId }, signal)
    expect(written).toMatchObject({ ok: true })
    expect(await readFile(path, 'utf8')).toContain(`set smtp_url="${url}`)
    expect(await readFile(path, 'utf8')).not.toContain('1465')
  })

  test('an account that works is left alone', async () => {
    const request = await reviewed({})
    await findingsOf(request.reviewId)
    expect(await engine.handlers.programs.previewFix(request, signal)).toEqual({
      ok: false,
      error: 'FIX_NOTHING',
    })
  })
})

describe('a page is shown what is likely, and nothing of it is written before it works:', () => {
  test('after a test the new values are tested before they are written', async () => {
    const { programs } = engine.handlers
    const { reviewId, profileId } = await reviewed(WRONG_PORT)
    await findingsOf(reviewId)
    const likely = await offered({ reviewId, profileId })
    expect(likely.next).toBe('try')
    expect(await programs.writeFix({ reviewId, profileId, previewId: likely.previewId }, signal)).toEqual({
      ok: false,
      error: 'CFG_CONFIRM',
    })
    const trial = await tried(reviewId)
    // Another port gets it now: what was given for the one before does not go there by itself.
    expect(trial.tests).toMatchObject([{ credential: 'wanted' }])
    expect(await findingsOf(trial.reviewId)).toEqual([])
    const proved = { reviewId: trial.reviewId, profileId }
    const { next, previewId } = await offered(proved)
    expect(next).toBe('write')
    const written = await programs.writeFix({ ...proved, previewId }, signal)
    expect(written).toMatchObject({ ok: true })
    expect(await prefs()).toContain('user_pref("mail.server.server1.port", 993);')
    expect(JSON.stringify([likely, trial, written])).not.toContain(PASSWORD)
    expect(await prefs()).not.toContain(PASSWORD)
  })

  test('one that is set up without encryption is tested with it before it is written', async () => {
    const clear = { 'mail.server.server1.port': '143', 'mail.smtpserver.smtp1.port': '587' }
    const request = await reviewed({
      ...clear,
      'mail.server.server1.socketType': '0',
      'mail.smtpserver.smtp1.try_ssl': '0',
    })
    let { reviewId } = request
    const found: unknown[] = []
    // SSL/TLS has a port of its own for receiving: that is what its first test says.
    while ((await offered({ ...request, reviewId })).next === 'try') {
      const trial = await tried(reviewId)
      const services = trial.tests.flatMap((one) => one.services)
      expect(services.map(({ endpoint }) => endpoint.security)).toEqual(['tls', 'starttls'])
      reviewId = trial.reviewId
      found.push(await findingsOf(reviewId))
    }
    expect(found).toMatchObject([[{ code: 'SET_PORT', live: { code: 'TLS_NOT_TLS' } }], []])
  })
})

type Disturb = (request: { readonly reviewId: string }) => Promise<unknown>

const REFUSED: readonly (readonly [what: string, between: Disturb, error: string])[] = [
  ['the program that may be open', () => symlink('not a lock', join(profile(), 'lock')), 'PROFILE_UNSURE'],
  [
    'settings that have changed since they were shown',
    async () => writeFile(join(profile(), 'prefs.js'), `${await prefs()}user_pref("other", 1);\n`),
    'PROFILE_CHANGED',
  ],
  ['an account that has changed since it was reviewed', () => thunderbirdHome(home, {}), 'PROFILE_CHANGED'],
  [
    'a profile that the program has opened meanwhile',
    async () => {
      await writeFile(join(profile(), '.parentlock'), '')
      await lockFile(join(profile(), '.parentlock'))
    },
    'PROFILE_OPEN',
  ],
  [
    'a file of the user that goes before',
    () => writeFile(join(profile(), 'user.js'), 'user_pref("mail.server.server1.port", 1993);\n'),
    'PROFILE_OVERRULED',
  ],
  ['a profile that is gone', () => rm(join(home, '.thunderbird'), { recursive: true }), 'PROFILE_GONE'],
]

describe('nothing is written into', () => {
  test.each(REFUSED)('%s', async (_, between, error) => {
    const request = await reviewed(WRONG_PORT)
    const { previewId } = await offered(request)
    await between(request)
    const before = await prefs().catch(() => null)
    expect(await engine.handlers.programs.writeFix({ ...request, previewId }, signal)).toEqual({
      ok: false,
      error,
    })
    expect(await prefs().catch(() => null)).toBe(before)
    const names = await readdir(profile()).catch(() => [])
    expect(names.filter((name) => name.includes('before-mailwright'))).toEqual([])
  })

  test('a place that no program has, whatever a page calls it', async () => {
    const { programs } = engine.handlers
    const { reviewId } = await reviewed(WRONG_PORT)
    const gone = { ok: false, error: 'PROFILE_GONE' }
    const profileId = 'f'.repeat(32)
    expect(await programs.previewFix({ reviewId, profileId }, signal)).toEqual(gone)
    expect(await programs.writeFix({ reviewId, profileId, previewId: 'a'.repeat(32) }, signal)).toEqual(gone)
    expect(await programs.undoFix({ profileId }, signal)).toEqual(gone)
  })

  test('an account that the page has made up', async () => {
    const { programs } = engine.handlers
    await thunderbirdHome(home, {})
    const { profileId, client, account } = await shown()
    const services = account.services.map((service) => ({ ...service, port: 1993 }))
    const made = { client, account: { ...account, services }, previous: null }
    const { reviewId } = await programs.review(made, signal)
    expect(await programs.previewFix({ reviewId, profileId }, signal)).toEqual({
      ok: false,
      error: 'PROFILE_CHANGED',
    })
  })

  test('anything by a review that is forgotten', async () => {
    const { programs } = engine.handlers
    const request = await reviewed(WRONG_PORT)
    const { previewId } = await offered(request)
    await programs.closeReview({ reviewId: request.reviewId }, signal)
    expect(await programs.previewFix(request, signal)).toEqual(SETUP_GONE)
    expect(await programs.tryFix({ reviewId: request.reviewId }, signal)).toEqual(SETUP_GONE)
    expect(await programs.writeFix({ ...request, previewId }, signal)).toEqual(SETUP_GONE)
  })
})
