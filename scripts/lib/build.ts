import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path'
import { rolldown, type RolldownOptions } from 'rolldown'
import react from '@vitejs/plugin-react'
import { build as buildPage, type InlineConfig } from 'vite'
import { pageTexts } from '../lib/page-texts.ts'
import { softwareBillOfMaterials } from '../package/sbom.ts'
import { licenceTexts, usedPackages } from '../package/used-packages.ts'
import { nodeRuntime } from '../lib/node-runtime.mjs'
import { DIST, ROOT, inRoot } from '../lib/paths.ts'

const SOURCES = [
  'shared',
  'electron',
  'renderer',
  'assets',
  'package.json',
  'package-lock.json',
  'scripts/lib/build.ts',
  'scripts/lib/page-texts.ts',
  'scripts/package/used-packages.ts',
  'scripts/package/sbom.ts',
]
const STAMP = join(DIST, '.built')
const EXTERNAL = ['electron', /^node:/, ...builtinModules, '@napi-rs/keyring']

/** Builds everything unless what is there was built from these very sources. */
export async function buildIfNeeded(): Promise<void> {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === (await fingerprint())) return
  await build()
}

/** Builds everything anew. The stamp comes last: a build that broke off half-way does not count as one. */
export async function build(): Promise<void> {
  const sources = await fingerprint()
  await rm(DIST, { recursive: true, force: true })
  const packages = new Set(programsOfPackage())
  const { plugins, ...page } = pageOptions(['index.html', 'link-used.html'], 'renderer')
  await Promise.all([
    buildPage({ ...page, plugins: [plugins, usedPackages(packages, inRoot('renderer'))] }),
    bundle('electron/main/main.ts', 'dist/main', 'esm', packages),
    bundle('electron/main/preload.ts', 'dist/preload', 'cjs', packages),
    bundle('electron/cli/main.ts', 'dist/cli', 'esm', packages, 'mailwright'),
  ])
  writeFileSync(join(DIST, 'LICENCES.txt'), licenceTexts(packages))
  writeFileSync(join(DIST, 'mailwright.cdx.json'), softwareBillOfMaterials(packages))
  writeFileSync(STAMP, sources)
}

/** What a package holds besides the bundles: the window's program, the terminal's, and the keychain binding. */
function programsOfPackage(): readonly string[] {
  const node = nodeRuntime(ROOT, process.platform, process.arch)
  const names = [['electron'], ['@napi-rs', 'keyring']]
  return [
    ...names.map((parts) => inRoot('node_modules', ...parts)),
    ...(node === null ? [] : [dirname(node.licence)]),
  ]
}

/** The page. The gallery is built by the tests only and is no part of the product. */
export async function buildRenderer(...pages: readonly string[]): Promise<void> {
  await buildPage(pageOptions(pages, pages.includes('index.html') ? 'renderer' : 'gallery'))
}

/** How pages are built, into which folder of `dist`. */
export function pageOptions(pages: readonly string[], folder: string): InlineConfig {
  return {
    configFile: false,
    root: inRoot('renderer'),
    base: './',
    logLevel: 'error',
    // Whatever the surroundings of the build say: a development build of React is three times as heavy.
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    // What Node's entry of this package asks for is not there in a page (Buffer); its own build for browsers goes without.
    resolve: { alias: [{ find: /^plist$/, replacement: 'plist/dist/plist-build.js' }] },
    plugins: [react(), pageTexts()],
    build: {
      outDir: join(DIST, folder),
      emptyOutDir: true,
      target: 'chrome140',
      // Fonts and pictures stay files: the content policy allows no data of unknown origin.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: pages.map((page) => inRoot('renderer', page)) },
    },
  }
}

async function bundle(
  input: string,
  directory: string,
  format: 'esm' | 'cjs',
  packages: Set<string>,
  name?: string,
): Promise<void> {
  const extension = format === 'esm' ? 'mjs' : 'cjs'
  const options: RolldownOptions = {
    input: inRoot(input),
    cwd: inRoot(),
    platform: 'node',
    external: EXTERNAL,
    logLevel: 'warn',
    plugins: [usedPackages(packages, inRoot())],
  }
  const output = await rolldown(options)
  await mkdir(inRoot(directory), { recursive: true })
  await output.write({
    dir: inRoot(directory),
    format,
    sourcemap: true,
    entryFileNames: `${name ?? '[name]'}.${extension}`,
    chunkFileNames: `[name]-[hash].${extension}`,
    // A sandboxed preload is one file and cannot load another.
    ...(format === 'cjs' ? { codeSplitting: false } : {}),
  })
  await output.close()
}

/** Names, sizes and times of all sources: cheap to take, and it changes with every edit. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const info = await stat(inRoot(source))
    const files = info.isDirectory()
      ? (await readdir(inRoot(source), { recursive: true })).map((file) => join(source, file)).sort()
      : [source]
    for (const file of files) {
      const { size, mtimeMs } = await stat(inRoot(file))
      hash.update(`${file} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}
