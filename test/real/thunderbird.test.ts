import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { THUNDERBIRD_SIGN_IN_HOSTS } from '#shared/exporters/thunderbird-sign-in.ts'
import { createProfiles, type Profiles } from '#engine/programs/profiles.ts'
import { authority } from '../support/certificates.ts'
import { exported, setupOf } from '../support/exports/exported.ts'
import { hasDovecot } from '../support/real/dovecot.ts'
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
const SIXTY_SECONDS = 60_000
/** PEM without its frame. */
const AUTHORITY = authority.certificate.replaceAll(/-----[^-]+-----|\s/g, '')

let pair: MailPair | null = null
let home = ''
let path = ''
let profiles: Profiles
let running: RunningThunderbird | null = null

function servers(): MailPair {
  if (pair === null) throw new Error('no servers')
  return pair
}

/** What the wizard has proved at the test servers. */
const setup = () => {
  const { dovecot, postfix } = servers()
  const given = {
    imap: `localhost:${dovecot.ports.imaps}:tls`,
    smtp: `localhost:${postfix.ports.submission}:starttls`,
  }
  return setupOf({ address: ANNA.name, servers: given })
}

async function profileId(): Promise<string> {
  const [profile] = (await profiles.list()).programs.flatMap((program) => program.profiles)
  if (profile === undefined) throw new Error('no profile was found')
  return profile.id
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
  profiles = createProfiles({ platform: process.platform, home, root: home, env: {} })
  running = await startThunderbird(home, path)
}, SIXTY_SECONDS)

afterAll(async () => {
  if (!canRun) return
  running?.kill()
  await pair?.stop()
  await rm(home, { recursive: true, force: true, maxRetries: 5 })
}, SIXTY_SECONDS)

describe.skipIf(!canRun)('a profile of the real Thunderbird', () => {
  test('is found open while it runs, nothing is written then, and it is closed afterwards', async () => {
    const found = await profiles.list()
    expect(found.programs).toMatchObject([{ id: 'thunderbird', profiles: [{ path, state: 'open' }] }])
    expect(found.programs[0]?.version).toMatch(/^\d+\./)
    const id = await profileId()
    const preview = await profiles.preview(id, setup())
    if (!preview.ok) throw new Error(preview.error)
    const { previewId } = preview.value
    expect(await profiles.write(id, setup(), previewId)).toEqual({ ok: false, error: 'PROFILE_OPEN' })
    await running?.run(script.TRUST_AND_TYPE, AUTHORITY, 'localhost', ANNA.name, ANNA.password)
    expect(await stop()).toBe(0)
    expect((await profiles.list()).programs).toMatchObject([{ profiles: [{ state: 'closed' }] }])
  }, 30_000)

  test('takes the account back octet by octet, and gets it again', async () => {
    const id = await profileId()
    const before = await readFile(join(path, 'prefs.js'), 'utf8')
    for (const round of [1, 2]) {
      const preview = await profiles.preview(id, setup())
      if (!preview.ok) throw new Error(preview.error)
      expect((await profiles.write(id, setup(), preview.value.previewId)).ok).toBe(true)
      expect((await accountLines()).length).toBe(preview.value.changes.length)
      if (round === 2) return
      expect((await profiles.undo(id)).ok).toBe(true)
      expect(await readFile(join(path, 'prefs.js'), 'utf8')).toBe(before)
    }
  })

  test(
    'has the account when it starts, and sends and receives with nothing typed but the password',
    async () => {
      running = await startThunderbird(home, path)
      const { dovecot, postfix } = servers()
      expect(await running.run(script.DESCRIBE)).toMatchObject({
        isDefault: true,
        email: ANNA.name,
        incoming: ['imap', 'localhost', dovecot.ports.imaps, 3, 3, ANNA.name],
        outgoing: ['smtp', 'localhost', postfix.ports.submission, 2, 3, ANNA.name],
      })
      expect(await running.run(script.SEND, 'sent by Thunderbird')).toBe(0)
      expect(await running.run(script.FETCH, 1)).toEqual(['sent by Thunderbird'])
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
      ['imap', 'localhost', dovecot.ports.imaps, 3, 3, '%EMAILADDRESS%'],
      ['smtp', 'localhost', postfix.ports.submission, 2, 3, '%EMAILADDRESS%'],
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
      const { ok } = await profiles.undo(await profileId())
      expect(ok).toBe(false)
      expect(await stop()).toBe(0)
      expect(await profiles.undo(await profileId())).toEqual({ ok: false, error: 'PROFILE_CHANGED' })
      const after = await accountLines()
      const lists = /accountmanager\.accounts|smtpservers|lastKey/
      expect([...lines].filter((line) => !after.includes(line) && !lists.test(line))).toEqual([])
    },
    SIXTY_SECONDS,
  )
})
