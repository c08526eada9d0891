import * as v from 'valibot'
import { endpoint, fingerprint, line, userName } from '#shared/contract/guards.ts'
import { AUTH_METHODS } from '#shared/domain/protocol.ts'
import { PASSWORD_SLOTS, type ProvedService, type SavedAccount } from '#shared/domain/saved-account.ts'
import { SECRET_STORE_IDS } from '#shared/domain/secret-store-id.ts'
import { SERVICE_ORIGINS } from '#shared/domain/service-origin.ts'
import { SERVICE_SIGN_INS } from '#shared/domain/service-sign-in.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { harmless } from '#shared/text/server-text.ts'
import { isNewer } from '#engine/files/saved-json.ts'

/** The form that is written. A new one keeps the older ones below, and reads them. */
export const SCHEMA = 2

/** Addresses and names. One with a control character in it was not written by Mailwright. */
const name = line(500)
/** What a server has said once, and is only shown and compared. */
const words = v.pipe(
  v.string(),
  v.transform((text): string => harmless(text)),
)

const account = {
  address: name,
  providerId: v.nullable(name),
  secretStore: v.nullable(v.picklist(SECRET_STORE_IDS)),
  // Left out by files that are older than signing in with the browser.
  oauth: v.optional(v.nullable(v.object({ issuer: name, clientId: name })), null),
  provedAt: name,
}

const service1 = v.object({
  endpoint,
  userName,
  auth: v.picklist(AUTH_METHODS),
  // The earliest files know neither pins nor relays.
  signIn: v.optional(v.picklist(SERVICE_SIGN_INS), 'password'),
  pin: v.optional(v.nullable(fingerprint), null),
})

const texts = v.array(words)

const seen = v.object({
  addresses: texts,
  tls: v.nullable(words),
  certificate: v.nullable(v.object({ fingerprint, issuer: words, validTo: words })),
  capabilities: texts,
})

const service2 = v.object({
  endpoint,
  userName,
  origin: v.picklist(SERVICE_ORIGINS),
  signIn: v.picklist(SERVICE_SIGN_INS),
  slot: v.picklist(PASSWORD_SLOTS),
  auth: v.picklist(AUTH_METHODS),
  pin: v.nullable(fingerprint),
  seen: v.nullable(seen),
})

const file = v.variant('schema', [
  v.object({
    schema: v.literal(1),
    accounts: v.array(v.object({ ...account, services: v.array(service1) })),
  }),
  v.object({
    schema: v.literal(2),
    accounts: v.array(v.object({ ...account, services: v.array(service2) })),
  }),
])

/**
 * The accounts of a file of this version or an older one. `newer`: it says of itself that a later version wrote it, and
 * what that means by it is not guessed.
 */
export function readAccounts(content: unknown): Outcome<readonly SavedAccount[], 'damaged' | 'newer'> {
  const parsed = v.safeParse(file, content)
  if (!parsed.success) return fail(isNewer(content, SCHEMA) ? 'newer' : 'damaged')
  const { output } = parsed
  if (output.schema === 2) return ok(output.accounts)
  return ok(
    output.accounts.map(({ services, ...rest }) => ({ ...rest, services: services.map(fromSchema1) })),
  )
}

/** Only what the user typed could carry an exception or be a relay, so these two tell who typed. */
function fromSchema1(service: v.InferOutput<typeof service1>): ProvedService {
  const isTyped = service.pin !== null || service.signIn === 'none'
  return { ...service, origin: isTyped ? 'typed' : 'found', slot: 'account', seen: null }
}
