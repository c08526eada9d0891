import { readResults, type ResultsField, type SignedVerdict } from '#shared/arrival/authentication-results.ts'
import type { HeaderField } from '#shared/arrival/header-fields.ts'
import type { MessageVerdict } from '#shared/domain/message-facts.ts'
import { isFromWithin, readHop, type Hop } from '#shared/arrival/hop.ts'
import { isLocalName } from '#shared/domain/host-name.ts'
import { registrableDomain } from '#shared/domain/registrable-domain.ts'

/** The top of a header: what was written on the side that received the message. */
export interface ReceivingSide {
  /** The host that took the message, `null` where no hop names it. */
  readonly receiver: string | null
  /** The fields down to where the sender's side begins. */
  readonly fields: readonly HeaderField[]
}

/**
 * Tells what the receiving side wrote from what was there before. Hosts write on top, so it goes from the topmost
 * Received down to the first one that another house wrote, or to what the sender's own program wrote.
 *
 * A hop within the house often says no more than `by 10.0.0.1` or the name of a machine: such a one is passed over, but
 * only where it saw itself that the message came from within. Behind a host that took it from the internet everything may be forged.
 */
export function receivingSide(fields: readonly HeaderField[]): ReceivingSide {
  let receiver: string | null = null
  for (const [index, field] of fields.entries()) {
    const { name } = field
    if (name === 'from' || name === 'dkim-signature') return { receiver, fields: fields.slice(0, index) }
    if (name !== 'received') continue
    const hop = readHop(field)
    if (receiver !== null && !isOfHouse(hop?.by ?? null, receiver))
      return { receiver, fields: fields.slice(0, index) }
    if (receiver !== null || (hop !== null && isWithin(hop))) continue
    if (hop === null || hop.by === null) return { receiver: null, fields: [] }
    receiver = hop.by
  }
  return { receiver, fields }
}

function isWithin(hop: Hop): boolean {
  const isNamed = hop.by !== null && registrableDomain(hop.by) !== null && !isLocalName(hop.by)
  return !isNamed && isFromWithin(hop)
}

/** Houses that write under the names of several domains. */
const MICROSOFT = 'outlook.com'
const HOUSES: ReadonlyMap<string, string> = new Map([['office365.com', MICROSOFT]])

function houseOf(host: string): string {
  const domain = isLocalName(host) ? host : (registrableDomain(host) ?? host)
  return HOUSES.get(domain) ?? domain
}

/** Whether two hosts are of one house: the same domain, or the very same host where it has no registered one. */
export function isOfHouse(host: string | null, receiver: string): boolean {
  return host !== null && houseOf(host) === houseOf(receiver)
}

/** A verdict, and how much it is worth by the place it stands in. */
export type ReceiverVerdict = SignedVerdict & MessageVerdict

/**
 * What the host that received the message found out about it, each method once.
 *
 * SECURITY: RFC 8601 section 5 has the receiver take away fields in its own name, and not all do. So of all that stands
 * on the receiving side, only fields of the receiver count, those of one name, in one place. Where several filters
 * write a field each, those below the first cannot be told from what the sender wrote: they do not correct it, and what
 * they add is an indication. One that cannot be taken apart ends the reading.
 */
export function receiverVerdicts({ receiver, fields }: ReceivingSide): readonly ReceiverVerdict[] {
  const taken: ResultsField[] = []
  for (const { name, value, isCut } of receiver === null ? [] : fields) {
    if (name === 'received' && taken.length > 0) break
    if (name !== 'authentication-results') continue
    const field = isCut ? null : readResults(value)
    if (field === null) break
    const isOwn = receiver !== null && isBy(field, receiver)
    if (isOwn && (taken[0] === undefined || taken[0].host === field.host)) taken.push(field)
  }
  return firstOfEach(taken)
}

/** Microsoft writes no name, or that of the customer in between (`hotmail.com;`), against RFC 8601 section 2.2. */
function isBy({ host }: ResultsField, receiver: string): boolean {
  return host === null ? houseOf(receiver) === MICROSOFT : isOfHouse(host, receiver)
}

/**
 * The first field that has a method speaks for it. Within that, each signature has its own verdict (RFC 6376 section
 * 6.1), the first one that names it; after one that names none there is no other.
 */
function firstOfEach(fields: readonly ResultsField[]): readonly ReceiverVerdict[] {
  const speaker = new Map<string, ResultsField>()
  const kept: ReceiverVerdict[] = []
  for (const [index, field] of fields.entries())
    for (const verdict of field.verdicts) {
      if ((speaker.get(verdict.method) ?? field) !== field) continue
      speaker.set(verdict.method, field)
      if (!kept.some((earlier) => isSame(earlier, verdict)))
        kept.push({ ...verdict, proof: index === 0 ? 'message' : 'indication' })
    }
  return kept
}

function isSame(earlier: SignedVerdict, later: SignedVerdict): boolean {
  if (earlier.method !== later.method) return false
  if (later.method !== 'dkim') return true
  return mayBeOne(earlier.domain, later.domain) && mayBeOne(earlier.selector, later.selector)
}

/** What is not named may be the same. */
function mayBeOne(earlier: string | null, later: string | null): boolean {
  return earlier === null || later === null || earlier === later
}
