import { basename } from 'node:path/posix'
import { describe, expect, test } from 'vitest'
import { PRODUCT_ROOMS, sourceFiles } from '../support/source-tree.ts'

const product = sourceFiles(...PRODUCT_ROOMS)
const everything = [...product, ...sourceFiles('scripts', 'test')]

const pathsOf = (files: typeof product) => files.map(({ path }) => path)

describe('the code keeps its habits', () => {
  test('nothing is exported by default, except what a tool demands', () => {
    const tools = (path: string) => path.endsWith('.config.ts') || path === 'test/e2e/announce-missing.ts'
    expect(
      pathsOf(everything.filter(({ hasDefaultExport }) => hasDefaultExport)).filter((path) => !tools(path)),
    ).toEqual([])
  })

  test('no file only passes on what others export', () => {
    expect(pathsOf(everything.filter(({ isBarrel }) => isBarrel))).toEqual([])
  })

  test('no type is any', () => {
    expect(pathsOf(everything.filter(({ usesAny }) => usesAny))).toEqual([])
  })

  test('no exported function takes a bare boolean', () => {
    expect(
      product.flatMap(({ path, booleanParameters }) => booleanParameters.map((name) => `${path} ${name}`)),
    ).toEqual([])
  })

  test('file names are kebab-case', () => {
    const odd = everything.filter(
      ({ path }) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(config|test|spec))?\.(ts|tsx|mjs)$/.test(basename(path)),
    )
    expect(pathsOf(odd)).toEqual([])
  })
})

/** What must not appear, and the one file that may hold it because it is there to guard it. */
const FORBIDDEN: readonly (readonly [string, RegExp, string | null])[] = [
  ['certificate validation switched off', /rejectUnauthorized:\s*false/, null],
  ['the environment that switches it off', /NODE_TLS_REJECT_UNAUTHORIZED/, null],
  ['encryption only if offered', /opportunisticTLS|ignoreTLS/, null],
  ['markup from a string', /innerHTML|dangerouslySetInnerHTML|insertAdjacentHTML/, null],
  ['code from a string', /\beval\(|new Function\(/, null],
  ['listening to a page', /ipcMain\.(on|handle)/, 'electron/main/ipc.ts'],
  ['handing an address to the system', /shell\.openExternal/, 'electron/main/environment.ts'],
  [
    'a weaker window',
    /sandbox:\s*false|contextIsolation:\s*false|nodeIntegration:\s*true|webSecurity:\s*false/,
    null,
  ],
]

describe('guards are not weakened', () => {
  test.each(FORBIDDEN)('%s', (_, pattern, allowedIn) => {
    const found = product.filter(({ path, text }) => path !== allowedIn && pattern.test(text))
    expect(pathsOf(found)).toEqual([])
  })
})
