import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { expect, test } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.ts'
import { localPath, sourceFiles } from '../support/source-tree.ts'

/** What the page may load of the catalogue before the first step, compressed. */
const CATALOGUE_BYTES = 25_000

const files = new Map(sourceFiles('renderer', 'shared').map((file) => [file.path, file]))

/** Everything the page imports, and what that imports. */
function reachableFromPage(): ReadonlySet<string> {
  const open = [...files.keys()].filter((path) => path.startsWith('renderer/'))
  const seen = new Set(open)
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const file = files.get(path)
    for (const specifier of file?.imports ?? []) {
      const target = localPath(specifier, path)
      if (target === null || seen.has(target)) continue
      seen.add(target)
      open.push(target)
    }
  }
  return seen
}

const reachable = reachableFromPage()

test('the page leaves the imported collections to the engine', () => {
  const imported = [...reachable].filter((path) => /^(?:shared\/imported|assets\/catalogue)\//.test(path))
  expect(imported).toEqual([])
})

test('the page has the entries of the catalogue, and they are small enough to come with it', async () => {
  expect(reachable).toContain('shared/catalogue/providers.ts')
  const bundle = await rolldown({
    input: inRoot('shared/catalogue/providers.ts'),
    cwd: inRoot(),
    logLevel: 'silent',
  })
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  await bundle.close()
  const [{ code }] = output
  expect(code).toContain('imap.gmx.net')
  expect(gzipSync(code, { level: 9 }).length).toBeLessThan(CATALOGUE_BYTES)
})
