import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

export interface StaticFile {
  readonly type: string
  readonly body: Buffer
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/**
 * The built page, read once into memory. What is served is chosen from this list and never from a path in a request,
 * so no `..` leads out of it.
 * @returns files by their path from the root, `/index.html`
 */
export async function loadStaticFiles(directory: string): Promise<ReadonlyMap<string, StaticFile>> {
  return new Map(await collect(directory, '/'))
}

async function collect(directory: string, url: string): Promise<(readonly [string, StaticFile])[]> {
  const entries = await readdir(directory, { withFileTypes: true })
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(directory, entry.name)
      if (entry.isDirectory()) return collect(path, `${url}${entry.name}/`)
      const type = TYPES[extname(entry.name)]
      return type === undefined
        ? []
        : [[`${url}${entry.name}`, { type, body: await readFile(path) }] as const]
    }),
  )
  return found.flat()
}
