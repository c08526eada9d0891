import { fieldsOf, separatorOf, type Separator } from '#shared/batch/csv.ts'
import { LineReader, type NumberedLine } from '#shared/batch/lines.ts'
import type { RowProblem } from '#shared/batch/row.ts'
import type { DomainName } from '#shared/domain/domain-name.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { assertNever, fail, ok, type Outcome } from '#shared/outcome.ts'

/** Whether a mailbox may send with a password (SMTP AUTH), where its administrator's list says so. */
export type SmtpAuth = 'on' | 'off' | 'not-said'

/** One address or domain of the list. Of an address nothing but its domain is kept. */
export interface ListEntry {
  readonly domain: DomainName
  readonly smtpAuth: SmtpAuth
}

/** `address`: what stands there is neither an address nor a domain. */
export type EntryProblem = Exclude<RowProblem, 'columns' | 'characters'> | 'address'

/** A line of the list that is meant as an entry. */
export interface ReadEntry {
  readonly line: number
  readonly entry: Outcome<ListEntry, EntryProblem>
}

/** Names of columns with addresses or domains, in small letters and without spaces, the first that is there counts. */
const KNOWN_COLUMNS = [
  'address',
  'email',
  'e-mail',
  'emailaddress',
  'mail',
  'primarysmtpaddress',
  'windowsemailaddress',
  'userprincipalname',
  'upn',
  'domain',
]
const SMTP_AUTH_COLUMN = 'smtpauth'

/** How the lines are to be read: the first line tells. */
type Form =
  | { readonly kind: 'text' | 'ndjson' }
  | {
      readonly kind: 'csv'
      readonly separator: Separator
      readonly at: number
      readonly smtpAuthAt: number
    }

/**
 * Reads a list of addresses or domains as it arrives, and keeps none. It is text with one a line, CSV with a line that
 * names the columns, or one JSON object a line: the first line says which. A wrong line is an entry with its fault.
 */
export class ListReader {
  readonly #lines = new LineReader()
  readonly #column: string | null
  #form: Form | null = null
  #state: 'reading' | 'no-column' = 'reading'

  /** @param column with the addresses, where it has a name of its own */
  constructor(column: string | null) {
    this.#column = column === null ? null : plainName(column)
  }

  /** `no-column`: it is a table, and no column of it is known to have addresses. */
  get state(): 'reading' | 'no-column' {
    return this.#state
  }

  take(chunk: string): readonly ReadEntry[] {
    return this.#lines.take(chunk).flatMap((line) => this.#read(line))
  }

  /** What stands behind the last line end. */
  end(): readonly ReadEntry[] {
    const last = this.#lines.end()
    return last === null ? [] : this.#read(last)
  }

  #read({ line, text }: NumberedLine): readonly ReadEntry[] {
    if (this.#state === 'no-column') return []
    if (text === null) return [{ line, entry: fail('long') }]
    if (isEmpty(text)) return []
    if (this.#form === null) {
      this.#form = this.#formOf(text)
      if (this.#form === null) this.#state = 'no-column'
      if (this.#form === null || this.#form.kind === 'csv') return []
    }
    return [{ line, entry: entryIn(text, this.#form, this.#names) }]
  }

  get #names(): readonly string[] {
    return this.#column === null ? KNOWN_COLUMNS : [this.#column]
  }

  /** `null` for a table without a column that is known. */
  #formOf(first: string): Form | null {
    if (first.trimStart().startsWith('{')) return { kind: 'ndjson' }
    const separator = separatorOf(first)
    const fields = fieldsOf(first, separator)
    const names = fields.ok ? fields.value.map(plainName) : []
    const name = this.#names.find((known) => names.includes(known))
    if (name !== undefined)
      return {
        kind: 'csv',
        separator,
        at: names.indexOf(name),
        smtpAuthAt: names.indexOf(SMTP_AUTH_COLUMN),
      }
    return this.#column === null && names.length < 2 ? { kind: 'text' } : null
  }
}

/** Comments of lists that people keep, and rows of nothing but separators, as spreadsheets leave them behind. */
function isEmpty(text: string): boolean {
  return /^[\s,;"]*(?:#|$)/.test(text)
}

function entryIn(text: string, form: Form, names: readonly string[]): ReadEntry['entry'] {
  switch (form.kind) {
    case 'text':
      return entryOf(text.replaceAll('"', ''), '')
    case 'csv': {
      const fields = fieldsOf(text, form.separator)
      return fields.ok
        ? entryOf(fields.value[form.at] ?? '', fields.value[form.smtpAuthAt] ?? '')
        : fail('quotes')
    }
    case 'ndjson': {
      const members = membersOf(text)
      return members === null
        ? fail('json')
        : entryOf(valueOf(names, members), valueOf([SMTP_AUTH_COLUMN], members))
    }
    default:
      return assertNever(form)
  }
}

function membersOf(text: string): ReadonlyMap<string, string> | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return null
    return new Map(
      Object.entries(value).flatMap(([name, member]: readonly [string, unknown]) =>
        typeof member === 'string' ? [[plainName(name), member] as const] : [],
      ),
    )
  } catch {
    return null
  }
}

function valueOf(names: readonly string[], members: ReadonlyMap<string, string>): string {
  const name = names.find((known) => members.has(known))
  return name === undefined ? '' : (members.get(name) ?? '')
}

function entryOf(text: string, smtpAuth: string): ReadEntry['entry'] {
  const domain = domainIn(text.trim())
  if (domain === null) return fail('address')
  const said = smtpAuth.trim().toLowerCase()
  return ok({ domain, smtpAuth: said === 'on' || said === 'off' ? said : 'not-said' })
}

/** A domain alone is known by the postmaster that every domain with mail has. What cannot be looked up is none. */
function domainIn(text: string): DomainName | null {
  const address = parseEmailAddress(text)
  if (address.ok) return address.value.lookUp === 'automatic' ? address.value.domain : null
  const { error } = address
  if (error.reason !== 'only-domain') return null
  const postmaster = parseEmailAddress(error.suggestion)
  return postmaster.ok ? postmaster.value.domain : null
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_]/g, '')
}
