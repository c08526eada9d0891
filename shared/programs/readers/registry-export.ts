/** The values of one key, by their names in small letters: Windows does not tell those apart. */
export type RegistryValues = ReadonlyMap<string, string | number>

const MOST_LINES = 200_000
const MOST_OCTETS = 4_096

/**
 * The keys of an export of the registry (`.reg`), decoded: numbers, texts, and texts that Outlook keeps as octets of
 * UTF-16. `null` where it is none. Other values are left out.
 */
export function registryKeys(text: string): ReadonlyMap<string, RegistryValues> | null {
  const bare = text.replace(/^\uFEFF/, '')
  if (!/^(?:Windows Registry Editor Version 5\.00|REGEDIT4)[\r\n]/.test(bare)) return null
  const keys = new Map<string, Map<string, string | number>>()
  let current: Map<string, string | number> | null = null
  for (const line of wholeLines(bare)) {
    const path = /^\[([^[\]]{1,1000})\]$/.exec(line)?.[1]
    if (path !== undefined) {
      current = keys.get(path) ?? new Map()
      keys.set(path, current)
    } else if (current !== null) setValue(line, current)
  }
  return keys
}

/** A value goes on in the next line behind a backslash. */
function wholeLines(text: string): readonly string[] {
  const lines: string[] = []
  let begun: string[] = []
  for (const raw of text.split(/\r\n|\n|\r/, MOST_LINES)) {
    const line = raw.trim()
    if (/^"|^@/.test(begun[0] ?? line) && line.endsWith('\\')) {
      begun.push(line.slice(0, -1))
      continue
    }
    lines.push([...begun, line].join(''))
    begun = []
  }
  return lines
}

function setValue(line: string, values: Map<string, string | number>): void {
  const [, name = '', rest = ''] = /^"((?:[^"\\]|\\.)*)"=(.*)$/s.exec(line) ?? []
  if (name === '') return
  const value = valueOf(rest)
  if (value !== null) values.set(name.replaceAll(/\\(.)/g, '$1').toLowerCase(), value)
}

function valueOf(text: string): string | number | null {
  const quoted = /^"((?:[^"\\]|\\.)*)"$/s.exec(text)?.[1]
  if (quoted !== undefined) return quoted.replaceAll(/\\(.)/g, '$1')
  const number = /^dword:([0-9a-f]{1,8})$/i.exec(text)?.[1]
  if (number !== undefined) return Number.parseInt(number, 16)
  const octets = /^hex(?:\([12]\))?:([0-9a-f, ]*)$/i.exec(text)?.[1]
  return octets === undefined ? null : utf16(octets)
}

/** Up to the first NUL; `null` where half a character is left, or one is broken. */
function utf16(list: string): string | null {
  const octets = list.split(',', MOST_OCTETS).map((octet) => Number.parseInt(octet, 16))
  if (octets.length % 2 !== 0 || octets.some(Number.isNaN)) return null
  const units = octets.flatMap((octet, index) =>
    index % 2 === 0 ? [octet + 256 * (octets[index + 1] ?? 0)] : [],
  )
  const end = units.indexOf(0)
  const text = String.fromCharCode(...(end === -1 ? units : units.slice(0, end)))
  return text.isWellFormed() ? text : null
}
