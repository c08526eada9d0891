/** The entries of one section of an INI file. */
export interface IniSection {
  readonly name: string
  readonly entries: ReadonlyMap<string, string>
}

/** Far more than the files of a mail program have. */
const MOST_SECTIONS = 1_000
const MOST_LINES = 20_000

/**
 * Sections in their order, as Mozilla's programs and the desktops of Linux write them: `[Name]`, `key=value`, and
 * comments after `#` or `;`. Of a key that is there twice the last one counts. What is beyond the bounds is left out.
 */
export function parseIni(text: string): readonly IniSection[] {
  const sections: { readonly name: string; readonly entries: Map<string, string> }[] = []
  for (const raw of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, MOST_LINES)) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue
    if (line.startsWith('[') && line.endsWith(']')) {
      if (sections.length >= MOST_SECTIONS) break
      sections.push({ name: line.slice(1, -1), entries: new Map() })
      continue
    }
    const equals = line.indexOf('=')
    if (equals > 0) sections.at(-1)?.entries.set(line.slice(0, equals).trim(), line.slice(equals + 1).trim())
  }
  return sections
}
