import { textLines, type TextLine } from '#shared/programs/text-lines.ts'

/** One key of a TOML file by its whole name, `accounts.work.imap.server`, and the place of its value with its quotes. */
export interface TomlLine extends TextLine {
  readonly key: string
  /** What the header above says before the key, with a dot at its end; empty where there is none. */
  readonly table: string
  readonly valueStart: number
  readonly valueEnd: number
}

/** Of TOML as much as the settings of a mail program have: tables, keys and values of one line. */
export function tomlLines(text: string): readonly TomlLine[] {
  let table = ''
  return textLines(text).flatMap((line): readonly TomlLine[] => {
    const bare = line.text.replace(/^\uFEFF/, '').trim()
    const header = /^\[([^[\]]+)\]/.exec(bare)?.[1]
    if (header !== undefined) {
      table = `${bareKey(header)}.`
      return []
    }
    const [, lead = '', key = '', value = ''] = /^(\s*([\w."'-]+)\s*=\s*)(.*)$/s.exec(line.text) ?? []
    if (key === '' || bare.startsWith('#')) return []
    const valueStart = line.start + lead.length
    return [
      {
        ...line,
        key: `${table}${bareKey(key)}`,
        table,
        valueStart,
        valueEnd: valueStart + rawValue(value).length,
      },
    ]
  })
}

function bareKey(key: string): string {
  return key.replaceAll(/["'\s]/g, '')
}

/** In its quotes, without what follows. */
function rawValue(text: string): string {
  return /^"(?:[^"\\]|\\.)*"|^'[^']*'/.exec(text)?.[0] ?? (text.split('#')[0] ?? '').trimEnd()
}

/** A basic string of TOML has the escapes of JSON; a literal one has none. */
export function bareTomlValue(text: string, { valueStart, valueEnd }: TomlLine): string {
  const raw = text.slice(valueStart, valueEnd)
  if (raw.startsWith('"')) return jsonString(raw)
  return /^'([^']*)'$/.exec(raw)?.[1] ?? raw
}

function jsonString(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}
