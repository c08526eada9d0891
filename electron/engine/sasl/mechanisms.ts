import type { MechanismOrder } from '#shared/domain/mechanism.ts'
import { cramMd5 } from '#engine/sasl/cram-md5.ts'
import { login } from '#engine/sasl/login.ts'
import type { ChannelBinding, SaslMechanism } from '#engine/sasl/mechanism.ts'
import { oauthbearer } from '#engine/sasl/oauthbearer.ts'
import { plain } from '#engine/sasl/plain.ts'
import { scramSha1, scramSha1Plus, scramSha256, scramSha256Plus } from '#engine/sasl/scram.ts'
import { xoauth2 } from '#engine/sasl/xoauth2.ts'
import type { Credential } from '#engine/secret.ts'

const TOKENS = [xoauth2, oauthbearer]
const PLAIN_TEXT = [plain, login]
/** Each bound form right before the same one without, which takes its place where the server cannot bind. */
const SCRAM = [scramSha256Plus, scramSha256, scramSha1Plus, scramSha1]

/** Every mechanism Mailwright supports, the preferred first. A new one is a file in this folder and a line here. */
const MECHANISMS: Readonly<Record<MechanismOrder, readonly SaslMechanism[]>> = {
  'plain-first': [...TOKENS, ...PLAIN_TEXT, ...SCRAM, cramMd5],
  'scram-first': [...TOKENS, ...SCRAM, ...PLAIN_TEXT, cramMd5],
}

/** What a connection and a credential allow. */
export interface MechanismOffer {
  readonly offered: readonly string[]
  readonly kind: Credential['kind']
  readonly binding: ChannelBinding | null
  readonly order: MechanismOrder
}

/** The mechanisms for this credential, over this connection, among those a server announces, the preferred first. */
export function usableMechanisms({
  offered,
  kind,
  binding,
  order,
}: MechanismOffer): readonly SaslMechanism[] {
  const names = new Set(offered.map((name) => name.toUpperCase()))
  return MECHANISMS[order].filter(
    ({ takes, binds, name }) =>
      takes === kind && names.has(name) && (binds === 'nothing' || binding !== null),
  )
}

/**
 * What a mechanism is told of the binding of its connection. RFC 5802 section 6: without one of its own, SCRAM claims
 * that the server announced none, and a server that did announce one has to end the sign-in then.
 */
export function bindingFor(
  { binds }: SaslMechanism,
  { offered, binding }: Pick<MechanismOffer, 'offered' | 'binding'>,
): ChannelBinding | null {
  const isAnnounced = offered.some((name) => name.toUpperCase().endsWith('-PLUS'))
  return binds === 'nothing' && isAnnounced ? null : binding
}
