import { describe, expect, test } from 'vitest'
import { builtinModules } from 'node:module'
import { localPath, PRODUCT_ROOMS, sourceFiles, type SourceFile } from '../support/source-tree.ts'

type Layer = 'shared' | 'engine' | 'main' | 'host' | 'cli' | 'renderer' | 'assets' | 'package'

/** Who may know whom; everybody may know themselves. */
const ARROWS: Readonly<Record<Exclude<Layer, 'assets' | 'package'>, readonly Layer[]>> = {
  shared: ['assets'],
  engine: ['shared'],
  main: ['engine', 'shared', 'package'],
  host: ['engine', 'shared'],
  cli: ['engine', 'shared', 'host', 'package'],
  renderer: ['shared'],
}

/** Libraries that compute and touch nothing: all that shared code may use. */
const PURE_LIBRARIES = ['intl-messageformat', 'postal-mime', 'tldts', 'tr46', 'valibot']
const PAGE_LIBRARIES = ['react', 'react-dom', 'react-dom/client', 'zustand/react', 'zustand/vanilla']

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

  test('only electron/main imports electron', () => {
    const outside = files.filter((file) => layerOf(file.path) !== 'main' && file.imports.includes('electron'))
    expect(outside.map(({ path }) => path)).toEqual([])
  })

  test('the bootstrap that runs before the installation uses built-ins only', () => {
    const bootstrap = sourceFiles('scripts').filter(({ path }) => path.endsWith('.mjs'))
    const imports = bootstrap.flatMap((file) => file.imports)
    expect(bootstrap.map(({ path }) => path).sort()).toEqual([
      'scripts/lib/run-in-place.mjs',
      'scripts/run.mjs',
    ])
    expect(imports.filter((name) => !isBuiltin(name))).toEqual(['./lib/run-in-place.mjs'])
  })
})
