import * as v from 'valibot'
import type { DiscoveryNote } from '#shared/discovery/notes.ts'
import type { LookUpFault } from '#shared/discovery/look-up-fault.ts'
import type { Origin } from '#shared/discovery/candidates.ts'
import type { Candidate } from '#shared/domain/candidate.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { publicHost } from '#shared/domain/host-name.ts'
import { PROTOCOLS, type AuthMethod, type Protocol } from '#shared/domain/protocol.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { issuerIn } from '#engine/discovery/issuer-name.ts'
import { webPage } from '#engine/discovery/web-page.ts'
import { readJson } from '#engine/discovery/read-json.ts'

const server = v.optional(v.object({ host: v.string() }))
/** What is only shown makes no document unusable. */
const page = v.fallback(v.optional(v.object({ url: v.string() })), undefined)
const info = v.fallback(v.optional(v.object({ help: v.object({ documentation: v.string() }) })), undefined)
const document = v.object({
  protocols: v.object({
    imap: server,
    pop3: server,
    smtp: server,
    jmap: page,
    caldav: page,
    carddav: page,
  }),
  authentication: v.optional(
    v.object({
      'oauth-public': v.optional(v.object({ issuer: v.optional(v.string()) })),
      password: v.optional(v.boolean()),
    }),
  ),
  info,
})

/** The format names hosts alone: SSL/TLS, at the registered port (RFC 8314). */
const PORTS: Readonly<Record<Protocol, number>> = { imap: 993, pop3: 995, smtp: 465 }

/** Servers, and what else stands in the document. */
export interface PaccDocument {
  readonly candidates: readonly Candidate[]
  readonly notes: readonly DiscoveryNote[]
}

/**
 * The servers in a PACC document, fetched from `host`. The sign-in server in it is only a name: what Mailwright knows about a provider goes
 * before it, and people are shown where they are sent.
 */
export function readPacc(
  body: Buffer,
  address: EmailAddress,
  { source, trust, why }: Origin,
  host: string,
): Outcome<PaccDocument, LookUpFault> {
  const parsed = readJson(body, document)
  if (!parsed.ok) return parsed
  const { protocols, authentication } = parsed.value
  const auth: readonly AuthMethod[] = [
    ...(authentication?.password === false ? [] : (['plain', 'login'] as const)),
    ...(authentication?.['oauth-public'] === undefined ? [] : (['oauthbearer', 'xoauth2'] as const)),
  ]
  const issuer = issuerIn(authentication?.['oauth-public']?.issuer ?? '')
  const named = issuer === null ? {} : { issuer }
  const candidates = PROTOCOLS.flatMap((protocol): readonly Candidate[] => {
    const name = publicHost(protocols[protocol]?.host ?? '')
    if (name === null) return []
    const endpoint = { protocol, host: name, port: PORTS[protocol], security: 'tls' } as const
    return [{ endpoint, userName: address.ascii, auth, ...named, source, trust, why }]
  })
  const offers = OTHERS.flatMap((service): readonly DiscoveryNote[] => {
    const url = webPage(protocols[service]?.url ?? '')
    if (url === null) return []
    return [{ kind: 'also-offers', domain: address.domain.unicode, service, host: new URL(url).hostname }]
  })
  if (candidates.length + offers.length === 0) return fail({ kind: 'document', why: 'no-servers' })
  const help = webPage(parsed.value.info?.help.documentation ?? '')
  const notes = [...(help === null ? [] : [{ kind: 'help-page', host, page: help } as const]), ...offers]
  return ok({ candidates, notes })
}

/** What Mailwright does not set up. */
const OTHERS = ['jmap', 'caldav', 'carddav'] as const
