import * as v from 'valibot'
import type { LookUpFault } from '#shared/discovery/look-up-fault.ts'
import type { Origin } from '#shared/discovery/candidates.ts'
import type { Candidate } from '#shared/domain/candidate.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { publicHost } from '#shared/domain/host-name.ts'
import { PROTOCOLS, type AuthMethod, type Protocol } from '#shared/domain/protocol.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { issuerIn } from '#engine/discovery/issuer-name.ts'
import { readJson } from '#engine/discovery/read-json.ts'

const server = v.optional(v.object({ host: v.string() }))
const document = v.object({
  protocols: v.object({ imap: server, pop3: server, smtp: server }),
  authentication: v.optional(
    v.object({
      'oauth-public': v.optional(v.object({ issuer: v.optional(v.string()) })),
      password: v.optional(v.boolean()),
    }),
  ),
})

/** The format names hosts alone: SSL/TLS, at the registered port (RFC 8314). */
const PORTS: Readonly<Record<Protocol, number>> = { imap: 993, pop3: 995, smtp: 465 }

/**
 * The servers in a PACC document. The sign-in server in it is only a name: what Mailwright knows about a provider goes
 * before it, and people are shown where they are sent.
 */
export function readPacc(
  body: Buffer,
  address: EmailAddress,
  { source, trust, why }: Origin,
): Outcome<readonly Candidate[], LookUpFault> {
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
    const host = publicHost(protocols[protocol]?.host ?? '')
    if (host === null) return []
    const endpoint = { protocol, host, port: PORTS[protocol], security: 'tls' } as const
    return [{ endpoint, userName: address.ascii, auth, ...named, source, trust, why }]
  })
  return candidates.length === 0 ? fail({ kind: 'document', why: 'no-servers' }) : ok(candidates)
}
