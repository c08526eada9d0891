import { cramMd5 } from '#engine/sasl/cram-md5.ts'
import { login } from '#engine/sasl/login.ts'
import type { ChannelBinding, SaslMechanism } from '#engine/sasl/mechanism.ts'
import { oauthbearer } from '#engine/sasl/oauthbearer.ts'
import { plain } from '#engine/sasl/plain.ts'
import { scramSha1, scramSha1Plus, scramSha256, scramSha256Plus } from '#engine/sasl/scram.ts'
import { xoauth2 } from '#engine/sasl/xoauth2.ts'
import type { Credential } from '#engine/secret.ts'

/**
 * Every mechanism Mailwright supports, the preferred first: those that keep the password from the server, then those
 * every server gets right, last what is only better than nothing. A new one is a file in this folder and a line
 * here.
 */
const MECHANISMS: readonly SaslMechanism[] = [
  xoauth2,
  oauthbearer,
  scramSha256Plus,
  scramSha1Plus,
  scramSha256,
  scramSha1,
  plain,
  login,
  cramMd5,
]

/** The best mechanism for this credential, over this connection, among those a server announces. */
export function pickMechanism(
  offered: readonly string[],
  kind: Credential['kind'],
  binding: ChannelBinding | null,
): SaslMechanism | null {
  const names = new Set(offered.map((name) => name.toUpperCase()))
  const fits = ({ takes, binds, name }: SaslMechanism) =>
    takes === kind && names.has(name) && (binds === 'nothing' || binding !== null)
  return MECHANISMS.find(fits) ?? null
}
