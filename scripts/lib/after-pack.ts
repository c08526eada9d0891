import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AfterPackContext } from 'electron-builder'
import { undecidedFuses } from './fuses.ts'

/** Called by electron-builder when everything is in its place and nothing is signed yet. An error ends the packaging. */
export function afterPack({ appOutDir, electronPlatformName, packager }: AfterPackContext): void {
  const { productFilename } = packager.appInfo
  const program = {
    darwin: `${productFilename}.app/Contents/Frameworks/Electron Framework.framework/Electron Framework`,
    win32: `${productFilename}.exe`,
  }[electronPlatformName]
  const name = program ?? ('executableName' in packager ? String(packager.executableName) : productFilename)
  const problem = undecidedFuses(readFileSync(join(appOutDir, name)))
  if (problem !== null) throw new Error(`${problem}: see scripts/lib/fuses.ts`)
}
