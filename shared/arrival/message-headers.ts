import { arcHost, readResults } from '#shared/arrival/authentication-results.ts'
import { clientAddressIn } from '#shared/arrival/client-address.ts'
import { domainIn } from '#shared/arrival/domain-in.ts'
import type { MessageFacts, UnprovedResults } from '#shared/domain/message-facts.ts'
import { headerFields, type HeaderField } from '#shared/arrival/header-fields.ts'
import { mailboxDomain } from '#shared/arrival/mailbox.ts'
import { isOfHouse, receiverVerdicts, receivingSide } from '#shared/arrival/receiving-side.ts'

const MOST_SIGNATURES = 8
const MOST_VERDICTS = 16

/** Reads the headers of a message that arrived, and nothing of its body. */
export function readMessageFacts(source: string): MessageFacts {
  const fields = headerFields(source)
  const side = receivingSide(fields)
  const verdicts = receiverVerdicts(side).slice(0, MOST_VERDICTS)
  return {
    fromDomain: fromDomainIn(fields),
    receiver: domainIn(side.receiver ?? undefined),
    verdicts: verdicts.map(({ method, result, domain, proof }) => ({ method, result, domain, proof })),
    setAside: setAside(fields, side.receiver),
    signatures: fields.flatMap(signatureIn).slice(0, MOST_SIGNATURES),
    clientAddress: clientAddressIn(side),
  }
}

/** RFC 5322 section 3.6 has one From: of several, every program shows another. */
function fromDomainIn(fields: readonly HeaderField[]): string | null {
  const [from, another] = fields.filter(({ name }) => name === 'from')
  return from === undefined || another !== undefined || from.isCut ? null : mailboxDomain(from.value)
}

const MOST_SET_ASIDE = 8

/** Results of other hosts do not count: each host once and by name alone, as the sender may have written them. */
function setAside(fields: readonly HeaderField[], receiver: string | null): readonly UnprovedResults[] {
  const found = new Map<string, UnprovedResults>()
  for (const { name, value } of fields) {
    const one = unprovedIn(name, value, receiver)
    if (one !== null && found.size < MOST_SET_ASIDE) found.set(`${one.kind} ${one.host}`, one)
  }
  return [...found.values()]
}

function unprovedIn(name: string, value: string, receiver: string | null): UnprovedResults | null {
  if (name === 'arc-authentication-results') {
    const host = arcHost(value)
    return host === null ? null : { kind: 'arc', host }
  }
  if (name !== 'authentication-results') return null
  const host = domainIn(readResults(value)?.host ?? undefined)
  if (host === null || (receiver !== null && isOfHouse(host, receiver))) return null
  return { kind: 'other-host', host }
}

function signatureIn({ name, value }: HeaderField) {
  if (name !== 'dkim-signature') return []
  const tag = (key: string) =>
    domainOrLabel(new RegExp(`(?:^|;)[ \\t]{0,9}${key}[ \\t]{0,9}=([^;]{1,300})`).exec(value)?.[1])
  const domain = domainIn(tag('d') ?? undefined)
  const selector = tag('s')
  return domain === null || selector === null ? [] : [{ domain, selector }]
}

function domainOrLabel(text: string | undefined): string | null {
  const clean = text?.replace(/[ \t]/g, '') ?? ''
  return /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){0,20}$/i.test(clean) ? clean.toLowerCase() : null
}
