import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { isPlain } from '#shared/exporters/quoting.ts'
import { FIX_FORMS } from '#shared/programs/fix/fix-forms.ts'
import type { FixedText, FixProblem } from '#shared/programs/fix/fix-problem.ts'
import { applyEdits, changedLines, unitedEdits, type Edit } from '#shared/programs/fix/text-edit.ts'
import type { ProgramAccount, ProgramService, ReadAccounts } from '#shared/programs/program-account.ts'
import { READERS, type ReadableClient } from '#shared/programs/readers/readers.ts'
import { hasMoreLines } from '#shared/programs/text-lines.ts'

/**
 * The smallest change of a file that makes its accounts what they should be. Comments, order, quotes and every other setting
 * stay as they are.
 *
 * Whether a change is right is told by the reader of the very program: it has to find the wanted accounts and no other
 * difference. Else nothing is changed.
 * @param wanted every account of the file, in the order of the reader; those that are right as they are
 */
export function fixedText(
  client: ReadableClient,
  text: string,
  wanted: readonly ProgramAccount[],
): Outcome<FixedText, FixProblem> {
  const form = FIX_FORMS[client]
  if (form === undefined) return fail('FIX_PROGRAM')
  const before = readAgain(client, text)
  if (before === null || before.accounts.length !== wanted.length) return fail('FIX_FORM')
  // One that cannot be shown, or is one too many, has no place in this list; a line beyond the bound may overrule others.
  if (hasMoreLines(text)) return fail('FIX_FORM')
  if (before.notes.some((note) => note === 'damaged' || note === 'beyond-bounds')) return fail('FIX_FORM')
  const all: Edit[] = []
  for (const { account, index, has, service } of differences(before.accounts, wanted)) {
    if (!isTellable(has, service)) return fail('FIX_VALUE')
    const edits = form(text, { account, index, has, wanted: service })
    if (!edits.ok) return edits
    all.push(...edits.value)
  }
  const changing = all.filter(({ start, end, text: put }) => text.slice(start, end) !== put)
  const united = unitedEdits(changing)
  if (united === null) return fail('FIX_SHARED')
  if (united.length === 0) return fail('FIX_NOTHING')
  return proved(client, text, { edits: united, before, wanted })
}

interface Draft {
  readonly edits: readonly Edit[]
  readonly before: ReadAccounts
  readonly wanted: readonly ProgramAccount[]
}

function proved(
  client: ReadableClient,
  text: string,
  { edits, before, wanted }: Draft,
): Outcome<FixedText, FixProblem> {
  const isRight = (some: readonly Edit[]) => {
    const read = readAgain(client, applyEdits(text, some))
    return (
      read !== null &&
      JSON.stringify(read.notes) === JSON.stringify(before.notes) &&
      read.accounts.length === wanted.length &&
      read.accounts.every((account, at) => isAsWanted(account, wanted[at], before.accounts[at]))
    )
  }
  if (!isRight(edits))
    return fail(isOthers(client, applyEdits(text, edits), { before, wanted }) ? 'FIX_SHARED' : 'FIX_FORM')
  let needed = edits
  for (const edit of edits.toReversed()) {
    const without = needed.filter((one) => one !== edit)
    if (edit.isKept !== true && isRight(without)) needed = without
  }
  const changed = applyEdits(text, needed)
  if (changed === text) return fail('FIX_NOTHING')
  const changes = changedLines(text, needed)
  return changes.some(({ after }) => after.length > MOST_IN_A_LINE)
    ? fail('FIX_FORM')
    : ok({ text: changed, changes })
}

/** More than a user can look through before saying yes. */
const MOST_IN_A_LINE = 2_000

function readAgain(client: ReadableClient, text: string): ReadAccounts | null {
  const read = READERS[client].read([{ name: '', text }])
  return read.ok ? read.value : null
}

interface Difference {
  readonly account: ProgramAccount
  readonly index: number
  readonly has: ProgramService
  readonly service: ProgramService
}

function differences(
  before: readonly ProgramAccount[],
  wanted: readonly ProgramAccount[],
): readonly Difference[] {
  return before.flatMap((account, index) =>
    account.services.flatMap((has, at) => {
      const service = wanted[index]?.services[at]
      return service === undefined || isSame(has, service) ? [] : [{ account, index, has, service }]
    }),
  )
}

function isSame(a: ProgramService, b: ProgramService): boolean {
  return (
    a.protocol === b.protocol &&
    a.host === b.host &&
    a.port === b.port &&
    a.encryption === b.encryption &&
    a.userName === b.userName &&
    a.method === b.method &&
    a.mechanism === b.mechanism &&
    a.certificate === b.certificate
  )
}

/**
 * SECURITY: what is written into a file goes through its quotes, comments and commands. Only letters, digits and the signs
 * of addresses do, which mean the same in all of them; and nothing is made worse than it was.
 */
function isTellable(has: ProgramService, wanted: ProgramService): boolean {
  const isNew = (old: string | null, value: string | null) =>
    value === null || value === old || isPlain(value)
  return (
    isNew(has.host, wanted.host) &&
    isNew(has.userName, wanted.userName) &&
    wanted.port > 0 &&
    (wanted.encryption === has.encryption || wanted.encryption === 'tls' || wanted.encryption === 'starttls')
  )
}

/** Some programs name an account after its user or its server; some know the address by the user name alone. */
function isAsWanted(read: ProgramAccount, wanted?: ProgramAccount, before?: ProgramAccount): boolean {
  if (wanted === undefined || before === undefined || read.services.length !== wanted.services.length)
    return false
  const follows = new Set(
    wanted.services.flatMap((service, at) => {
      const { host, userName } = before.services[at] ?? service
      return [
        ...(service.host === host ? [] : [service.host]),
        ...(service.userName === userName ? [] : [service.userName]),
      ]
    }),
  )
  return (
    (read.name === before.name || follows.has(read.name)) &&
    (read.address === before.address || follows.has(read.address)) &&
    read.services.every((service, at) => isServiceAsWanted(service, wanted.services[at]))
  )
}

/** A program that takes what the server has needs no word for a password. */
function isServiceAsWanted(read: ProgramService, wanted?: ProgramService): boolean {
  if (wanted === undefined) return false
  const isPassword = wanted.method === 'password' && read.method === 'any'
  return isSame(read, isPassword ? { ...wanted, method: 'any' } : wanted)
}

/** The accounts that were to change did, and one beside them, too. */
function isOthers(
  client: ReadableClient,
  text: string,
  { before, wanted }: Pick<Draft, 'before' | 'wanted'>,
): boolean {
  const read = readAgain(client, text)
  if (read === null || read.accounts.length !== wanted.length) return false
  const changed = new Set(differences(before.accounts, wanted).map(({ index }) => index))
  return read.accounts.every(
    (account, at) => !changed.has(at) || isAsWanted(account, wanted[at], before.accounts[at]),
  )
}
