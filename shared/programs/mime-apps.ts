import { parseIni } from '#shared/programs/ini.ts'

/** A name and nothing else: it becomes a part of a path, and is shown. */
const DESKTOP_FILE = /^[\w.@-]{1,200}\.desktop$/

/**
 * Who opens a kind of address, by the files of the desktops of Linux (mimeapps.list, the most important first): every
 * candidate in its order. Which of them is installed is not known here.
 */
export function defaultHandlers(files: readonly string[], type: string): readonly string[] {
  return files.flatMap((file) =>
    parseIni(file)
      .filter(({ name }) => name === 'Default Applications')
      .flatMap(({ entries }) => (entries.get(type) ?? '').split(';'))
      .map((name) => name.trim())
      .filter((name) => DESKTOP_FILE.test(name)),
  )
}
