import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outcome } from '#shared/outcome.ts'
import { createAccountFile } from '#engine/accounts/account-file.ts'
import { createKeptClients } from '#engine/accounts/kept-clients.ts'
import { createRefusalFile } from '#engine/accounts/refusal-file.ts'
import { createViewFile } from '#engine/accounts/view-file.ts'
import { withLineFile, type LineFilePlan } from '#engine/files/line-file.ts'
import { replaceFile, writeNewFile } from '#engine/files/new-file.ts'
import { createProfiles } from '#engine/programs/profiles.ts'
import { systemClock } from '#engine/system-clock.ts'
import { onBrokenDrive } from '../broken-drive.ts'
import { setupOf } from '../exports/exported.ts'

/** One kind of file that the product saves, through the code that saves it. */
export interface Save {
  /** Whatever has to be there first. */
  readonly prepare?: (folder: string) => Promise<void>
  /** @throws where it was not saved */
  readonly save: (folder: string, round: number) => Promise<void>
  /** What is wrong with what is there; `saved` are the rounds that have been saved for certain. */
  readonly wrongIn: (folder: string, saved: readonly number[]) => Promise<readonly string[]>
}

/** Large enough that one write of the system does not take all of it. */
const LARGE = 300_000
const contentOf = (round: number) => (round % 2 === 0 ? 'A' : 'B').repeat(LARGE)

function expectSaved(outcome: Outcome<unknown, unknown>): void {
  if (!outcome.ok) throw new Error(`not saved: ${String(outcome.error)}`)
}

const read = (folder: string, name: string) => readFile(join(folder, name), 'utf8').catch(() => null)

/** A file that is one of two whole ones, or is not there as long as nothing has been saved. */
function either(name: string, save: (folder: string, round: number) => Promise<void>): Save {
  const whole = new Set<string>()
  return {
    save,
    prepare: async (folder) => {
      for (const round of [0, 1]) {
        await save(folder, round)
        whole.add((await read(folder, name)) ?? '')
      }
    },
    wrongIn: async (folder) => {
      const text = await read(folder, name)
      return whole.size === 2 && text !== null && whole.has(text)
        ? []
        : [`${name}: ${text?.length ?? 'gone'}`]
    },
  }
}

const accountsPath = (folder: string) => join(folder, 'accounts.json')

const account = (index: number, round: number) => ({
  address: `user-${index}-${round % 2}@example.org`,
  providerId: null,
  services: [],
  secretStore: null,
  oauth: null,
  provedAt: '2026-11-20T12:00:00.000Z',
})

const target = { host: 'imap.example.org', userName: 'anna' }

/** Every refusal of the file, as far as it can be read at all. */
async function refusalsWrong(folder: string): Promise<readonly string[]> {
  const text = await read(folder, 'refusals.json')
  if (text === null) return []
  try {
    const { refusals } = JSON.parse(text) as { readonly refusals: readonly object[] }
    return refusals.every((one) => Object.keys(one).length === 4) ? [] : [text]
  } catch {
    return [text]
  }
}

const SETUP = setupOf({ servers: { imap: 'imap.example.test:993:tls', smtp: 'smtp.example.test:465:tls' } })
const PREFS = `// Mozilla User Preferences\n\n${Array.from({ length: 3_000 }, (_, index) => `user_pref("a.${index}", "${'x'.repeat(60)}");\n`).join('')}`

const profilesOf = (home: string) =>
  createProfiles({ platform: 'linux', home, root: join(home, 'root'), env: {} })
const PROFILE = '.thunderbird/abcd.default'

/** Adds the account in one round and takes it back in the next. */
async function writeProfile(home: string): Promise<void> {
  const profiles = profilesOf(home)
  const id = (await profiles.list()).programs[0]?.profiles[0]?.id ?? ''
  if (((await read(home, `${PROFILE}/prefs.js`)) ?? '') !== PREFS) return expectSaved(await profiles.undo(id))
  const preview = await profiles.preview(id, SETUP)
  if (!preview.ok) throw new Error(preview.error)
  expectSaved(await profiles.write(id, SETUP, preview.value.previewId))
}

/** Either what the user had, or that and the account, with what the user had beside it. */
async function profileWrong(home: string): Promise<readonly string[]> {
  const text = (await read(home, `${PROFILE}/prefs.js`)) ?? ''
  if (text === PREFS) return []
  const names = await readdir(join(home, PROFILE))
  const backup = names.find((name) => name.startsWith('prefs-before-mailwright-')) ?? 'no backup'
  const isWhole =
    text.startsWith(PREFS) && text.endsWith(');\n') && text.includes('mail.accountmanager.accounts')
  return isWhole && (await read(home, `${PROFILE}/${backup}`)) === PREFS
    ? []
    : [`prefs.js: ${text.length}, ${names.join(' ')}`]
}

const RESULTS = 'results.ndjson'
const lineOf = (round: number) => JSON.stringify({ schema: 1, line: round, filling: 'x'.repeat(20_000) })
const LINE_PLAN: LineFilePlan = { mode: 'go-on', onLine: () => 'own', beginning: '{"schema":1,"line":' }

/** Every line that was reported as saved is there, and the next run can go on behind the last whole one. */
async function linesWrong(folder: string, saved: readonly number[]): Promise<readonly string[]> {
  expectSaved(await withLineFile(join(folder, RESULTS), LINE_PLAN, () => Promise.resolve(null)))
  const lines = new Set(((await read(folder, RESULTS)) ?? '').split('\n').slice(0, -1))
  const lost = saved.filter((round) => !lines.has(lineOf(round))).map((round) => `line ${round} is lost`)
  return [
    ...lost,
    ...[...lines].filter((line) => !/^\{.*"\}$/.test(line)).map((line) => `torn: ${line.slice(0, 40)}`),
  ]
}

/** Large enough that a kill falls into the writing of it. */
const LARGER = 'C'.repeat(20_000_000)

/** As on FAT and some network drives: no file has a second name. */
const WITHOUT_LINKS = { link: { code: 'EPERM', times: Infinity } }

export const SAVES: Readonly<Record<string, Save>> = {
  'the list of accounts': either('accounts.json', async (folder, round) =>
    expectSaved(
      await createAccountFile(accountsPath(folder)).update(() =>
        Array.from({ length: 500 }, (_, index) => account(index, round)),
      ),
    ),
  ),
  'the remembered view': either('view.json', async (folder, round) => {
    const written = await createViewFile(accountsPath(folder)).write(round % 2 === 0 ? 'plain' : 'technician')
    if (written !== 'kept') throw new Error('not saved')
  }),
  'the kept client IDs': either('oauth-clients.json', async (folder, round) =>
    expectSaved(
      await createKeptClients(accountsPath(folder)).keep(
        'microsoft',
        `${round % 2}1111111-2222-3333-4444-555555555555`,
      ),
    ),
  ),
  'the remembered refusals': {
    save: async (folder, round) => {
      const refusals = createRefusalFile(accountsPath(folder), systemClock)
      await (round % 4 === 3 ? refusals.forget(target) : refusals.refused(target, 'typed'))
    },
    wrongIn: refusalsWrong,
  },
  'an export in place of an older one': either('settings.mobileconfig', async (folder, round) =>
    expectSaved(await replaceFile(join(folder, 'settings.mobileconfig'), contentOf(round))),
  ),
  'a report where there was none': {
    save: async (folder, round) =>
      expectSaved(await writeNewFile(join(folder, `report-${round}.html`), contentOf(0))),
    wrongIn: async (folder, saved) => {
      const names = (await readdir(folder)).filter((name) => name.startsWith('report-'))
      const texts = await Promise.all(names.map(async (name) => [name, await read(folder, name)] as const))
      const torn = texts.filter(([, text]) => text !== contentOf(0)).map(([name]) => name)
      return [
        ...torn,
        ...saved.map((round) => `report-${round}.html`).filter((name) => !names.includes(name)),
      ]
    },
  },
  'a report on a drive without second names': {
    save: (folder, round) =>
      onBrokenDrive(WITHOUT_LINKS, async () =>
        expectSaved(await writeNewFile(join(folder, `report-${round}.html`), LARGER)),
      ),
    wrongIn: async (folder) => {
      const names = (await readdir(folder)).filter((name) => name.startsWith('report-'))
      const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')))
      await Promise.all(names.map((name) => rm(join(folder, name))))
      // The name is taken before the file is moved there, so a file may be empty; never is it a part of one.
      return texts
        .filter((text) => text !== '' && text !== LARGER)
        .map((text) => `${text.length} of ${LARGER.length}`)
    },
  },
  'the results of a batch': {
    save: async (folder, round) =>
      expectSaved(
        await withLineFile(join(folder, RESULTS), LINE_PLAN, async (file) => {
          expectSaved(await file.append(lineOf(round)))
          return null
        }),
      ),
    wrongIn: linesWrong,
  },
  'a profile of a mail program': {
    prepare: async (home) => {
      await mkdir(join(home, PROFILE), { recursive: true })
      await writeFile(
        join(home, '.thunderbird/profiles.ini'),
        '[Profile0]\nName=default\nIsRelative=1\nPath=abcd.default\nDefault=1\n',
      )
      await writeFile(join(home, PROFILE, 'times.json'), '{}')
      await writeFile(join(home, PROFILE, 'prefs.js'), PREFS)
    },
    save: writeProfile,
    wrongIn: profileWrong,
  },
}
