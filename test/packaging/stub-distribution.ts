import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FUSE_SENTINEL, FUSE_VERSION } from '../../scripts/package/fuses.ts'

/** As Electron 45 brings its fuses. */
export const DELIVERED_FUSES = '101100011'

/** What electron-builder looks for in an Electron for Linux, without Electron in it. */
export function writeStubDistribution(folder: string, version: string, fuses = DELIVERED_FUSES): void {
  const files: Readonly<Record<string, string | Buffer>> = {
    electron: Buffer.concat([
      Buffer.from(`#!/bin/sh\n# ${FUSE_SENTINEL}`, 'latin1'),
      Buffer.from([FUSE_VERSION, fuses.length]),
      Buffer.from(fuses, 'latin1'),
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
