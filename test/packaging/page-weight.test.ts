import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES } from '#shared/i18n/languages.ts'
import { pageOptions } from '../../scripts/lib/build.ts'
import { isLate, isOfTheTerminal } from '../../scripts/lib/page-texts.ts'
import { inRoot } from '../../scripts/lib/paths.ts'

/** All JavaScript that is loaded before the first step is on the screen, compressed, in any language. */
const FIRST_STEP_BYTES = 150_000

interface Chunk {
  readonly fileName: string
  readonly code: string
  readonly isEntry: boolean
  readonly facadeModuleId: string | null
  readonly imports: readonly string[]
  readonly moduleIds: readonly string[]
}

let chunks: ReadonlyMap<string, Chunk>

beforeAll(async () => {
  const options = pageOptions(['index.html'], 'renderer')
  const built = await build({ ...options, build: { ...options.build, write: false } })
  if (!('output' in built)) throw new Error('a build for one kind of browser has one output')
  chunks = new Map(built.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])))
}, 60_000)

/** A chunk and everything it imports at once; what it fetches on demand is not among it. */
function withImports(first: Chunk | undefined): readonly Chunk[] {
  const found = new Map<string, Chunk>()
  const open = first === undefined ? [] : [first]
  for (let chunk = open.pop(); chunk !== undefined; chunk = open.pop()) {
    found.set(chunk.fileName, chunk)
    for (const name of chunk.imports) {
      const next = chunks.get(name)
      if (next !== undefined && !found.has(name)) open.push(next)
    }
  }
  return [...found.values()]
}

const entry = () => withImports([...chunks.values()].find(({ isEntry }) => isEntry))
const holders = (path: string) =>
  [...chunks.values()].filter(({ moduleIds }) => moduleIds.some((id) => id.startsWith(inRoot(path))))
const weigh = (parts: readonly Chunk[]) =>
  parts.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0)

describe.each(Object.keys(LANGUAGES))('a page in "%s"', (language) => {
  test('loads a first step of at most 150 kB', () => {
    const [texts, ...copies] = holders(`assets/locales/${language}.json`)
    expect(copies).toEqual([])
    const parts = new Set([...entry(), ...withImports(texts)])
    expect(weigh([...parts])).toBeLessThan(FIRST_STEP_BYTES)
  })

  test('has its texts in a file that holds nothing else', () => {
    const [texts] = holders(`assets/locales/${language}.json`)
    expect(texts?.moduleIds).toEqual([inRoot(`assets/locales/${language}.json`)])
    expect(entry()).not.toContain(texts)
  })
})

const keysIn = (code: string) => [...code.matchAll(/["'`]([a-z-]+\.[\w.-]*)/g)].map(([, key = '']) => key)

describe('the texts of screens that most users never open', () => {
  test.each(Object.keys(LANGUAGES))('come with them alone, in "%s"', (language) => {
    const [first] = holders(`assets/locales/${language}.json`)
    const [late] = holders(`shared/i18n/late/${language}.ts`)
    expect(first?.code).toContain('devices.open')
    expect(keysIn(first?.code ?? '').filter(isLate)).toEqual([])
    expect(late?.code).toContain('inspected.lead')
    expect(late?.code).not.toContain('address.lead')
    expect([...entry(), ...withImports(first)]).not.toContain(late)
  })

  test.each([
    'setup/setup-screen.tsx',
    'authorize/authorize-screen.tsx',
    'done/done-screen.tsx',
    'handover/handover-screen.tsx',
    'explain/explain-screen.tsx',
    'report/report-screen.tsx',
  ])('are named by nothing that %s loads', (screen) => {
    const parts = withImports(holders(`renderer/wizard/steps/${screen}`)[0])
    expect(parts.length).toBeGreaterThan(0)
    expect(parts.flatMap(({ code }) => keysIn(code).filter(isLate))).toEqual([])
  })
})

describe('the texts of the terminal', () => {
  const named = (code: string) => keysIn(code).filter(isOfTheTerminal)

  test('are no part of the page', () => {
    for (const language of Object.keys(LANGUAGES)) {
      const [texts] = holders(`assets/locales/${language}.json`)
      expect(texts?.code).toContain('cli.place.')
      expect(named(texts?.code ?? '')).toEqual([])
    }
  })

  test('are named by nothing in the page', () => {
    const naming = [...chunks.values()].flatMap(({ fileName, code }) =>
      named(code).map((key) => [fileName, key]),
    )
    expect(naming).toEqual([])
  })

  test.each([
    ['t(`cli.summary.x`)', ['cli.summary.x']],
    ["t('cli.usage.' + name)", ['cli.usage.']],
    ['t(`cli.place.${problem}`)', []],
    ['t("servers.lead")', []],
  ])('%s is seen', (code, keys) => {
    expect(named(code)).toEqual(keys)
  })
})

/** What is big and only wanted once an address was typed, or never by most people. */
test.each([
  ['the entries of the catalogue', 'shared/catalogue/providers.ts'],
  ['the tables of international names', 'node_modules/tr46'],
  ['what explains a text', 'shared/explain/explain.ts'],
  ['the parser of messages', 'node_modules/postal-mime'],
  ['the checks of what a page asks', 'node_modules/valibot'],
  ['the steps of the wizard', 'renderer/wizard/machine/transition.ts'],
  ['the settings', 'renderer/wizard/steps/setup/'],
  ['the live test', 'renderer/wizard/steps/test/'],
])('the first step comes without %s', (_, path) => {
  const early = entry().filter((chunk) => holders(path).includes(chunk))
  expect(early.map(({ fileName }) => fileName)).toEqual([])
})

test('what explains a text comes with the page for it, not with the wizard', () => {
  const wizard = withImports(holders('renderer/wizard/driver/wizard.ts')[0])
  expect(wizard.length).toBeGreaterThan(0)
  expect(wizard.filter((chunk) => holders('shared/explain/explain.ts').includes(chunk))).toEqual([])
})

test('nothing is in the page twice, and some things not at all', () => {
  for (const path of [
    'shared/catalogue/providers.ts',
    'node_modules/tr46/index.js',
    'node_modules/react-dom/',
  ])
    expect([path, holders(path).length]).toEqual([path, 1])
  for (const path of ['shared/imported', 'assets/catalogue', 'shared/i18n/texts.ts'])
    expect([path, holders(path).length]).toEqual([path, 0])
  // Whose host a typed server is, the settings ask; the first step does without the list of public suffixes.
  expect(entry().filter((chunk) => holders('node_modules/tldts').includes(chunk))).toEqual([])
  expect(holders('node_modules/tldts').length).toBeLessThanOrEqual(1)
})
