import { Arch, type AfterPackContext } from 'electron-builder'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { undecidedFuses } from './fuses.ts'
import { layTerminal } from './terminal.ts'

/** Called by electron-builder when everything is in its place and nothing is signed yet. An error ends the packaging. */
export function afterPack(context: AfterPackContext): void {
  const { appOutDir, arch, electronPlatformName: platform, packager } = context
  const { productFilename } = packager.appInfo
  const program = {
    darwin: `${productFilename}.app/Contents/Frameworks/Electron Framework.framework/Electron Framework`,
    win32: `${productFilename}.exe`,
  }[platform]
  const name = program ?? ('executableName' in packager ? String(packager.executableName) : productFilename)
  const problem = undecidedFuses(readFileSync(join(appOutDir, name)))
  if (problem !== null) throw new Error(`${problem}: see scripts/package/fuses.ts`)
  // Called once more for a universal package, whose halves have theirs already.
  if (arch !== Arch.universal)
    layTerminal(packager.getResourcesDir(appOutDir), { platform, arch: Arch[arch] })
}
