import type { EntryProblem, ReadEntry } from '#shared/preflight/list-reader.ts'
import { ListReader } from '#shared/preflight/list-reader.ts'
import type { ListedDomain } from '#shared/preflight/preflight-line.ts'
import { openPlainText } from '#engine/files/plain-text.ts'
import type { ReadProblem } from '#engine/files/plain-file.ts'
import { errorCode } from '#engine/error-code.ts'
import { UsageError } from '#cli/exit-status.ts'
import { readProblemText } from '#cli/named-file.ts'
import type { Terminal } from '#cli/terminal.ts'

/** What is looked at, or named as wrong: in the order of the list, each domain where it stands first. */
export type ListItem =
  | { readonly kind: 'domain'; readonly listed: ListedDomain }
  | { readonly kind: 'wrong'; readonly line: number; readonly problem: EntryProblem }

/** A file with more wrong lines than this is no list. */
const MOST_WRONG = 100_000

export const STANDARD_INPUT = '-'

/**
 * The domains of a list, each once, and the lines that are wrong. Nothing else of it is kept, however many addresses
 * each domain has.
 * @throws UsageError where it cannot be read, or is no list
 */
export async function readList(
  file: string,
  column: string | null,
  terminal: Terminal,
): Promise<readonly ListItem[]> {
  const reader = new ListReader(column)
  const list = new DomainList(file)
  for await (const part of file === STANDARD_INPUT ? partsOfInput(terminal) : partsOfFile(file)) {
    list.add(reader.take(part))
    if (reader.state === 'no-column') throw new UsageError('cli.preflight.no-column', { file })
  }
  list.add(reader.end())
  if (reader.state === 'no-column') throw new UsageError('cli.preflight.no-column', { file })
  if (list.items.length === 0) throw new UsageError('cli.batch.no-rows', { file })
  return list.items
}

type Counted = { -readonly [Name in keyof ListedDomain]: ListedDomain[Name] }

class DomainList {
  readonly items: ListItem[] = []
  readonly #file: string
  readonly #domains = new Map<string, Counted>()
  #wrong = 0

  constructor(file: string) {
    this.#file = file
  }

  add(entries: readonly ReadEntry[]): void {
    for (const { line, entry } of entries) {
      if (!entry.ok) this.#addWrong(line, entry.error)
      else {
        const listed = this.#listed(line, entry.value.domain)
        const { smtpAuth } = entry.value
        listed.addresses += 1
        if (smtpAuth !== 'not-said')
          listed.smtpAuthOn = (listed.smtpAuthOn ?? 0) + (smtpAuth === 'on' ? 1 : 0)
      }
    }
  }

  #listed(line: number, domain: ListedDomain['domain']): Counted {
    const known = this.#domains.get(domain.ascii)
    if (known !== undefined) return known
    const listed: Counted = { domain, line, addresses: 0, smtpAuthOn: null }
    this.#domains.set(domain.ascii, listed)
    this.items.push({ kind: 'domain', listed })
    return listed
  }

  #addWrong(line: number, problem: EntryProblem): void {
    this.#wrong += 1
    if (this.#wrong > MOST_WRONG) throw new UsageError('cli.preflight.no-list', { file: this.#file })
    this.items.push({ kind: 'wrong', line, problem })
  }
}

async function* partsOfFile(path: string): AsyncGenerator<string> {
  const opened = await openPlainText(path)
  if (!opened.ok) throw unreadable(path, opened.error)
  const text = opened.value
  try {
    for (;;) {
      const part = await text.next()
      if (!part.ok) throw unreadable(path, part.error)
      if (part.value === null) return
      yield part.value
    }
  } finally {
    await text.close()
  }
}

async function* partsOfInput({ input }: Terminal): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  try {
    for await (const chunk of input as AsyncIterable<Buffer | string>)
      yield typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch (error) {
    throw new UsageError('cli.standard-input', { code: errorCode(error) })
  }
}

function unreadable(file: string, problem: ReadProblem): UsageError {
  return new UsageError('cli.read-file', { file, reason: readProblemText(problem) })
}
