import { describe, expect, test } from 'vitest'
import { builtinModules } from 'node:module'
import { localPath } from '../support/import-graph.ts'
import { PRODUCT_ROOMS, sourceFiles, type SourceFile } from '../support/source-tree.ts'

type Layer = 'shared' | 'engine' | 'main' | 'host' | 'cli' | 'renderer' | 'assets' | 'package'

/** Which layer may import which; each may import itself. */
const ARROWS: Readonly<Record<Exclude<Layer, 'assets' | 'package'>, readonly Layer[]>> = {
  shared: ['assets'],
  engine: ['shared'],
  main: ['engine', 'shared', 'package'],
  host: ['engine', 'shared'],
  cli: ['engine', 'shared', 'host', 'package'],
  renderer: ['shared'],
}

/** All that the terminal may know of the engine: what puts it together, and what reads options. Nothing behind them. */
const TERMINAL_MAY_KNOW = {
  composition: [
    'create-engine.ts',
    'practice/practice-environment.ts',
    'system-environment.ts',
    'use-cases.ts',
  ],
  options: [
    'exports/profile-signer.ts',
    'files/line-file.ts',
    'files/new-file.ts',
    'files/plain-file.ts',
    'files/plain-text.ts',
    'limits.ts',
    'net/proxy/proxy-choice.ts',
    'net/proxy/proxy-server.ts',
    'oauth/client.ts',
    'oauth/issuer-address.ts',
    'policy/policy-fault-text.ts',
    'policy/policy-file.ts',
    'tls/certificate-file.ts',
    'tls/trust.ts',
  ],
  endings: ['ending-signals.ts', 'error-code.ts', 'unexpected.ts'],
}

/** Who may put the engine together: one place for each host. */
const COMPOSERS = [
  'electron/cli/terminal-engine.ts',
  'electron/host/run-browser-host.ts',
  'electron/main/main.ts',
]

/** Libraries that compute and touch nothing: all that shared code may use. */
const PURE_LIBRARIES = ['intl-messageformat', 'plist', 'postal-mime', 'tldts', 'tr46', 'uqr', 'valibot']
const PAGE_LIBRARIES = ['react', 'react-dom', 'react-dom/client', 'zustand/vanilla']

const files = sourceFiles(...PRODUCT_ROOMS)

function layerOf(path: string): Layer {
  const [top = '', second = ''] = path.split('/')
  return top === 'electron' ? (second as Layer) : top === 'package.json' ? 'package' : (top as Layer)
}

function libraries(file: SourceFile): readonly string[] {
  return file.imports.filter((specifier) => localPath(specifier, file.path) === null)
}

const isBuiltin = (name: string) => name.startsWith('node:') || builtinModules.includes(name)

describe('imports follow the arrows', () => {
  test.each(files.map((file) => [file.path, file] as const))('%s', (path, file) => {
    const own = layerOf(path) as keyof typeof ARROWS
    const foreign = file.imports
      .map((specifier) => localPath(specifier, path))
      .filter((target) => target !== null)
      .filter((target) => layerOf(target) !== own && !ARROWS[own].includes(layerOf(target)))
    expect(foreign).toEqual([])
  })
})

describe('there is one way into the engine', () => {
  const enters = (file: SourceFile, target: string) =>
    file.imports.some((specifier) => localPath(specifier, file.path) === `electron/engine/${target}`)

  test('the terminal knows its use cases and what reads options, and all of those', () => {
    const known = files
      .filter(({ path }) => layerOf(path) === 'cli')
      .flatMap(({ imports, path }) => imports.map((specifier) => localPath(specifier, path)))
      .flatMap((target) => /^electron\/engine\/(.+)$/.exec(target ?? '')?.[1] ?? [])
    expect([...new Set(known)].toSorted()).toEqual(Object.values(TERMINAL_MAY_KNOW).flat().toSorted())
  })

  test('every host puts the engine together in one place', () => {
    const composers = files.filter(
      (file) =>
        ['cli', 'host', 'main'].includes(layerOf(file.path)) &&
        /\bcreateEngine\(/.test(file.text) &&
        enters(file, 'create-engine.ts'),
    )
    expect(composers.map(({ path }) => path).toSorted()).toEqual(COMPOSERS)
  })

  test('what becomes of setups is known to the use cases alone', () => {
    const outside = files.filter(
      ({ path, imports }) =>
        path.startsWith('electron/') &&
        !path.startsWith('electron/engine/setup/') &&
        imports.some((specifier) => localPath(specifier, path)?.startsWith('electron/engine/setup/')),
    )
    expect(outside.map(({ path }) => path).toSorted()).toEqual([
      'electron/engine/create-engine.ts',
      'electron/engine/handlers.ts',
      'electron/engine/inspection/account-reviews.ts',
      'electron/engine/use-cases.ts',
    ])
  })
})

describe('libraries stay in their rooms', () => {
  test('shared code uses only libraries that compute', () => {
    const used = files.filter(({ path }) => layerOf(path) === 'shared').flatMap(libraries)
    expect([...new Set(used)].toSorted()).toEqual(PURE_LIBRARIES)
  })

  test('the page uses no Node module and no library with a network of its own', () => {
    const used = files.filter(({ path }) => layerOf(path) === 'renderer').flatMap(libraries)
    const known = new Set(PAGE_LIBRARIES)
    expect(
      [...new Set(used)]
        .filter((name) => isBuiltin(name) || !known.has(name))
        .filter((name) => !name.endsWith('.css')),
    ).toEqual([])
  })

  test('the queue is loaded only where one is asked for', () => {
    const always = files.filter(({ text }) => /^import (?!type )[^\n]*'(?:bullmq|ioredis)'/m.test(text))
    const users = files.filter(({ imports }) => imports.some((name) => /^(?:bullmq|ioredis)$/.test(name)))
    expect(always.map(({ path }) => path)).toEqual([])
    expect(users.length).toBeGreaterThan(0)
    expect(users.filter(({ path }) => !path.startsWith('electron/cli/queue/'))).toEqual([])
  })

  test('only electron/main imports electron', () => {
    const outside = files.filter((file) => layerOf(file.path) !== 'main' && file.imports.includes('electron'))
    expect(outside.map(({ path }) => path)).toEqual([])
  })

  test('the bootstrap that runs before the installation uses built-ins only', () => {
    const bootstrap = sourceFiles('scripts').filter(({ path }) => path.endsWith('.mjs'))
    const imports = bootstrap.flatMap((file) => file.imports)
    expect(bootstrap.map(({ path }) => path).sort()).toEqual([
      'scripts/lib/node-runtime.mjs',
      'scripts/lib/run-in-place.mjs',
      'scripts/run.mjs',
    ])
    expect(imports.filter((name) => !isBuiltin(name))).toEqual([
      './lib/node-runtime.mjs',
      './lib/run-in-place.mjs',
    ])
  })
})
