import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { sourceFiles } from '../support/source-tree.ts'

/** The classes of a sheet, and those that the files beside it put on an element. */
interface Sheet {
  readonly defined: Set<string>
  readonly used: Set<string>
}

const sheets = new Map<string, Sheet>()
for (const { path, text } of sourceFiles('renderer')) {
  const [, from] = /import styles from '([^']+)'/.exec(text) ?? []
  if (from === undefined) continue
  const sheet = from.startsWith('#') ? from.slice(1) : join(dirname(path), from)
  const entry = sheets.get(sheet) ?? { defined: classesOf(sheet), used: new Set<string>() }
  sheets.set(sheet, entry)
  for (const [, name = ''] of text.matchAll(/styles\.(\w+)/g)) entry.used.add(name)
  // A class picked by a value that is one of its names, such as the tone of a note.
  if (/styles\[/.test(text)) for (const name of entry.defined) entry.used.add(name)
}

function classesOf(sheet: string): Set<string> {
  const css = readFileSync(sheet, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  return new Set([...css.matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/gi)].flatMap(([, name = '']) => name))
}

test.each([...sheets])(
  '%s has every class that is put on an element, and no other',
  (_, { defined, used }) => {
    expect([...used].toSorted()).toEqual([...defined].toSorted())
  },
)
