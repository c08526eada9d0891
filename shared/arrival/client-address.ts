import { withoutBlanks } from '#shared/arrival/blanks.ts'
import { fieldTokens, type FieldToken } from '#shared/arrival/field-tokens.ts'
import type { HeaderField } from '#shared/arrival/header-fields.ts'
import { isFromInternet, readHop } from '#shared/arrival/hop.ts'
import { isOfHouse, type ReceivingSide } from '#shared/arrival/receiving-side.ts'
import { isIpv4, isIpv6 } from '#shared/domain/host-name.ts'

/**
 * The address that delivered the message to the receiving side; `null` where the message never left its own server or
 * no header tells.
 *
 * SECURITY: hops that the sender's side wrote do not count, because the address may become part of an SPF record. The
 * hop where the message came in from the internet goes before `Authentication-Results` and `Received-SPF`: a receiver
 * that writes none would leave them to the sender.
 */
export function clientAddressIn({ receiver, fields }: ReceivingSide): string | null {
  const hops = fields.filter(({ name }) => name === 'received').flatMap((field) => readHop(field) ?? [])
  const coming = hops.filter((hop) => isFromInternet(hop))
  const entry = coming.find(({ from }) => receiver === null || !isOfHouse(from, receiver))
  return entry?.address ?? notedIn(fields) ?? coming[0]?.address ?? null
}

const NOTES = new Set(['authentication-results', 'received-spf'])

function notedIn(fields: readonly HeaderField[]): string | null {
  for (const { name, value } of fields) {
    if (!NOTES.has(name)) continue
    const tokens = fieldTokens(value) ?? []
    const noted = clientIp(tokens) ?? inComments(tokens)
    if (noted !== null) return noted
  }
  return null
}

/** RFC 7208 section 9.1. */
function clientIp(tokens: readonly FieldToken[]): string | null {
  const at = tokens.findIndex(({ kind, text }) => kind === 'word' && text.toLowerCase() === 'client-ip')
  return at === -1 || tokens[at + 1]?.text !== '=' ? null : addressOr(tokens[at + 2]?.text)
}

/** The ends that Microsoft, Yahoo and others give their sentence; what is before them bears the sender's own words. */
const SENTENCE = /^(?:sender IP is|.{0,600}\bdesignates?) ([0-9a-f.:]{3,45})(?: as permitted sender)?$/i

function inComments(tokens: readonly FieldToken[]): string | null {
  for (const { kind, text } of tokens) {
    const noted = kind === 'comment' ? addressOr(SENTENCE.exec(withoutBlanks(text))?.[1]) : null
    if (noted !== null) return noted
  }
  return null
}

function addressOr(text: string | undefined): string | null {
  return text !== undefined && (isIpv4(text) || isIpv6(text)) ? text : null
}
