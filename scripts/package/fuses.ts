/** The bytes by which Electron marks the place of its fuses; a version, a count and the fuses follow. */
export const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
export const FUSE_VERSION = 1

/**
 * Every fuse of Electron, in its order, and what it is to be in a package: `1` on, `0` off. The first eight are set by
 * electron-builder.yml. The ninth, WasmTrapHandlers, electron-builder cannot set: it stays as Electron brings it.
 */
export const DECIDED_FUSES = '000011001'
const SET_BY_ELECTRON_BUILDER = 8

/** The fuses of a program, one row for each architecture in it. */
export function readFuses(program: Buffer): readonly { readonly version: number; readonly fuses: string }[] {
  const rows: { version: number; fuses: string }[] = []
  for (let at = program.indexOf(FUSE_SENTINEL); at !== -1; at = program.indexOf(FUSE_SENTINEL, at + 1)) {
    const start = at + FUSE_SENTINEL.length
    const [version = 0, count = 0] = program.subarray(start, start + 2)
    rows.push({ version, fuses: program.subarray(start + 2, start + 2 + count).toString('latin1') })
  }
  return rows
}

/**
 * What is wrong with the fuses of an Electron that is about to be packed, `null` if they are those that were decided
 * about. SECURITY: a fuse that a newer Electron brings is a feature that has not been reviewed.
 */
export function undecidedFuses(program: Buffer): string | null {
  const rows = readFuses(program)
  if (rows.length === 0) return 'this Electron has no fuses'
  for (const { version, fuses } of rows) {
    if (version !== FUSE_VERSION || fuses.length !== DECIDED_FUSES.length)
      return `this Electron has ${fuses.length} fuses of version ${version}, and ${DECIDED_FUSES.length} of version ${FUSE_VERSION} were decided about`
    if (fuses.slice(SET_BY_ELECTRON_BUILDER) !== DECIDED_FUSES.slice(SET_BY_ELECTRON_BUILDER))
      return `the fuses electron-builder does not set are ${fuses.slice(SET_BY_ELECTRON_BUILDER)}`
  }
  return null
}
