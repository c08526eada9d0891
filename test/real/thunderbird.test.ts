import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { THUNDERBIRD_SIGN_IN_HOSTS } from '#shared/exporters/thunderbird-sign-in.ts'
import { isSetupGone, type SetupGone } from '#shared/domain/setup-gone.ts'
import { authority, HOST } from '../support/certificates.ts'
import { runHere } from '../support/cli-here.ts'
import { startDnsServer } from '../support/dns-server.ts'
import { exported, setupOf } from '../support/exports/exported.ts'
import { hasDovecot } from '../support/real/dovecot.ts'
import { startHandoverEngine, type HandoverEngine } from '../support/real/handover-engine.ts'
import { ANNA, startMailPair, type MailPair } from '../support/real/mail-pair.ts'
import { hasPostfix } from '../support/real/postfix.ts'
import * as script from '../support/real/thunderbird-scripts.ts'
import {
  createProfile,
  hasThunderbird,
  startThunderbird,
  type RunningThunderbird,
} from '../support/real/thunderbird.ts'

const canRun = hasThunderbird && hasDovecot && hasPostfix
const signal = new AbortController().signal
const SIXTY_SECONDS = 60_000
/** PEM without its frame. */
const AUTHORITY = authority.certificate.replaceAll(/-----[^-]+-----|\s/g, '')

let pair: MailPair | null = null
let home = ''
let path = ''
let engine: HandoverEngine | null = null
let running: RunningThunderbird | null = null

function servers(): MailPair {
  if (pair === null) throw new Error('no servers')
  return pair
}

function wizard(): HandoverEngine {
  if (engine === null) throw new Error('no engine')
  return engine
}

/** The same account, for the files. */
const setup = () => {
  const { dovecot, postfix } = servers()
  const given = {
    imap: `${HOST}:${dovecot.ports.imaps}:tls`,
    smtp: `${HOST}:${postfix.ports.submission}:starttls`,
  }
  return setupOf({ address: ANNA.name, servers: given })
}

/** Thunderbird, with the one profile that it has in this home. */
async function found() {
  const { programs } = await wizard().programs.list({}, signal)
  const thunderbird = programs.find(({ id }) => id === 'thunderbird')
  const [profile, ...others] = thunderbird?.profiles ?? []
  if (profile === undefined || others.length > 0) throw new Error('not one profile was found')
  return { ...profile, version: thunderbird?.version }
}

/** The servers are typed and tested, the profile is chosen, and what would be written is shown. */
async function shown() {
  const { setupId, last } = await wizard().prove()
  expect(last).toMatchObject({
    type: 'done',
    result: { verdict: 'ok', endpoints: [{ passwordSent: 'yes' }, { passwordSent: 'yes' }] },
  })
  const { id: profileId } = await found()
  const preview = notGone(await wizard().programs.preview({ setupId, profileId }, signal))
  if (!preview.ok) throw new Error(preview.error)
  const { previewId, changes } = preview.value
  return { order: { setupId, profileId, previewId }, changes }
}

const write = async (order: Awaited<ReturnType<typeof shown>>['order']) =>
  notGone(await wizard().programs.write(order, signal))

const undo = async () => wizard().programs.undo({ profileId: (await found()).id }, signal)

function notGone<T extends object>(answer: T | SetupGone): T {
  if (isSetupGone(answer)) throw new Error('the setup is gone')
  return answer
}

async function stop(): Promise<number | null> {
  if (running === null) return null
  await running.quit()
  const status = await running.ended
  running = null
  return status
}

/** The settings of accounts in the profile, line by line. */
const accountLines = async () =>
  (await readFile(join(path, 'prefs.js'), 'utf8'))
    .split('\n')
    .filter((line) => /^user_pref\("mail\.(?:account|identity|smtp|server)/.test(line))

beforeAll(async () => {
  if (!canRun) return
  home = await mkdtemp(join(tmpdir(), 'mailwright-thunderbird-'))
  pair = await startMailPair()
  path = await createProfile(home)
  engine = await startHandoverEngine(home, pair)
  running = await startThunderbird(home, path)
}, SIXTY_SECONDS)

afterAll(async () => {
  if (!canRun) return
  running?.kill()
  await engine?.stop()
  await pair?.stop()
  await rm(home, { recursive: true, force: true, maxRetries: 5 })
}, SIXTY_SECONDS)

describe.skipIf(!canRun)('a profile of the real Thunderbird', () => {
  test('is found open while it runs, nothing is written then, and it is closed afterwards', async () => {
    expect(await found()).toMatchObject({ path, state: 'open', version: expect.stringMatching(/^\d+\./) })
    const { order } = await shown()
    expect(await write(order)).toEqual({ ok: false, error: 'PROFILE_OPEN' })
    await running?.run(script.TRUST, AUTHORITY)
    expect(await stop()).toBe(0)
    expect(await found()).toMatchObject({ state: 'closed' })
  }, 30_000)

  test('takes the account back octet by octet', async () => {
    const before = await readFile(join(path, 'prefs.js'), 'utf8')
    const { order, changes } = await shown()
    expect(await write(order)).toMatchObject({ ok: true })
    expect((await accountLines()).length).toBe(changes.length)
    expect(await undo()).toMatchObject({ ok: true })
    expect(await readFile(join(path, 'prefs.js'), 'utf8')).toBe(before)
  })

  test(
    'gets the account from the wizard, and sends and receives with nothing typed but the password',
    async () => {
      const { order } = await shown()
      expect(await write(order)).toMatchObject({ ok: true })
      running = await startThunderbird(home, path)
      const { dovecot, postfix } = servers()
      expect(await running.run(script.DESCRIBE)).toMatchObject({
        isDefault: true,
        email: ANNA.name,
        incoming: ['imap', HOST, dovecot.ports.imaps, 3, 3, ANNA.name],
        outgoing: ['smtp', HOST, postfix.ports.submission, 2, 3, ANNA.name],
      })
      await running.run(script.TYPE_WHEN_ASKED, ANNA.password)
      expect(await running.run(script.SEND, 'sent by Thunderbird')).toBe(0)
      expect(await running.run(script.FETCH, 1)).toEqual(['sent by Thunderbird'])
      const asked = (await running.run(script.ASKED)) as readonly string[]
      const question = `promptPassword: Enter your password for ${ANNA.name} on ${HOST}:`
      expect(new Set(asked)).toEqual(new Set([question]))
    },
    SIXTY_SECONDS,
  )
})

describe.skipIf(!canRun)('the real Thunderbird', () => {
  const ask = (...words: Parameters<RunningThunderbird['run']>) => {
    if (running === null) throw new Error('it does not run')
    return running.run(...words)
  }

  test('reads the autoconfig file of the same account', async () => {
    const { dovecot, postfix } = servers()
    expect(await ask(script.READ_AUTOCONFIG, exported('thunderbird-autoconfig', setup()))).toEqual([
      ['imap', HOST, dovecot.ports.imaps, 3, 3, '%EMAILADDRESS%'],
      ['smtp', HOST, postfix.ports.submission, 2, 3, '%EMAILADDRESS%'],
    ])
  })

  test('hands the account to a phone with the fields that the QR code has', async () => {
    type Payload = readonly [number, unknown, readonly unknown[], readonly [readonly [unknown[], unknown[]]]]
    const [version, parts, incoming, [[outgoing, [email]]]] = JSON.parse(
      exported('android-payload', setup()),
    ) as Payload
    const theirs = (await ask(script.EXPORT_TO_PHONE)) as Payload
    expect(theirs.slice(0, 2)).toEqual([version, parts])
    expect(theirs[2].slice(0, incoming.length)).toEqual(incoming)
    expect(theirs[3][0][0].slice(0, outgoing.length)).toEqual(outgoing)
    expect(theirs[3][0][1][0]).toBe(email)
  })

  test('signs in without a password at every server that is said to be in its list, and at no other', async () => {
    const others = ['imap.gmx.net', 'imap.example.test', 'notgmail.com', 'imap.web.de']
    const below = THUNDERBIRD_SIGN_IN_HOSTS.map((host) => `x.${host}`)
    const known = [...THUNDERBIRD_SIGN_IN_HOSTS, ...below]
    expect(await ask(script.SIGNS_IN_AT, [...known, ...others])).toEqual(known)
  })

  test(
    'gives the next account other keys, and keeps all of this one when it ends',
    async () => {
      const lines = new Set(await accountLines())
      const keys = (await ask(script.NEXT_KEYS)) as readonly string[]
      for (const line of lines) for (const key of keys) expect(line).not.toContain(`.${key}.`)
      expect(await undo()).toMatchObject({ ok: false })
      expect(await stop()).toBe(0)
      expect(await undo()).toEqual({ ok: false, error: 'PROFILE_CHANGED' })
      const after = await accountLines()
      const lists = /accountmanager\.accounts|smtpservers|lastKey/
      expect([...lines].filter((line) => !after.includes(line) && !lists.test(line))).toEqual([])
    },
    SIXTY_SECONDS,
  )
})

describe.skipIf(!canRun)('a profile that was set up wrongly', () => {
  const prefs = () => readFile(join(path, 'prefs.js'), 'utf8')
  const inspect = async (...words: readonly string[]) => {
    const names = await startDnsServer(({ type, name }) =>
      type === 'A' && name === HOST ? [{ type: 'A', name, data: '127.0.0.1' }] : [],
    )
    await writeFile(join(home, 'ca.pem'), authority.certificate)
    const network = ['--ca', join(home, 'ca.pem'), '--dns', names.address, '--timeout', '2']
    const args = ['inspect', '--client', 'thunderbird', '--profile', path, ...words, ...network]
    try {
      return await runHere(args, { input: ANNA.password, env: { MAILWRIGHT_DATA_DIR: join(home, 'data') } })
    } finally {
      await names.stop()
    }
  }

  test(
    'is fixed, and the program sends and receives again',
    async () => {
      const sound = await prefs()
      const broken = sound
        .replace(/(server1\.socketType", )3/, '$12')
        .replace(/(server1\.authMethod", )3/, '$110')
        .replace(/(smtp1\.try_ssl", )2/, '$13')
        .replace(/(smtp1\.authMethod", )3/, '$14')
      expect(broken.split('\n').filter((line) => !sound.includes(line))).toHaveLength(4)
      await writeFile(join(path, 'prefs.js'), broken)
      running = await startThunderbird(home, path)
      // SSL/TLS and an encrypted password for sending, STARTTLS and OAuth for receiving.
      const wrong = { outgoing: ['smtp', HOST, servers().postfix.ports.submission, 3, 4, ANNA.name] }
      expect(await running.run(script.DESCRIBE)).toMatchObject(wrong)
      const open = await inspect('--test', '--password-stdin', '--fix', '--yes')
      expect(open.progress).toContain('PROFILE_OPEN')
      expect(await stop()).toBe(0)
      const { status, results, progress } = await inspect('--test', '--password-stdin', '--fix', '--yes')
      expect(status, results + progress).toBe(0)
      running = await startThunderbird(home, path)
      await running.run(script.TYPE_WHEN_ASKED, ANNA.password)
      expect(await running.run(script.SEND, 'sent after the fix')).toBe(0)
      expect(await running.run(script.FETCH, 2)).toContain('sent after the fix')
      expect(await stop()).toBe(0)
    },
    SIXTY_SECONDS,
  )
})
