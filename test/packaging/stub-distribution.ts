import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The bytes by which Electron marks the place of its fuses; a version, a count and the fuses follow. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSE_COUNT = 9
const WIRE_VERSION = 1

/** What electron-builder wants to find of an Electron for Linux, without Electron in it. */
export function writeStubDistribution(folder: string, version: string): void {
  const files: Readonly<Record<string, string | Buffer>> = {
    electron: Buffer.concat([
      Buffer.from(`#!/bin/sh\n# ${SENTINEL}`, 'latin1'),
      Buffer.from([WIRE_VERSION, FUSE_COUNT]),
      Buffer.from('101100110'.slice(0, FUSE_COUNT), 'latin1'),
    ]),
    version,
    LICENSE: '',
    'LICENSES.chromium.html': '',
    'resources.pak': '',
    'locales/en-US.pak': '',
  }
  for (const folderOf of ['locales', 'resources']) mkdirSync(join(folder, folderOf), { recursive: true })
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), content, { mode: 0o755 })
}

/** The fuses of a packed program, in Electron's order: `1` on, `0` off. */
export function readFuses(program: Buffer): string {
  const start = program.indexOf(SENTINEL) + SENTINEL.length
  const count = program[start + 1] ?? 0
  return program.subarray(start + 2, start + 2 + count).toString('latin1')
}
