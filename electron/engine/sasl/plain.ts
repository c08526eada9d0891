import type { SaslMechanism } from '#engine/sasl/mechanism.ts'
import { toBase64 } from '#engine/sasl/mechanism.ts'
import { Secret } from '#engine/secret.ts'

/** PLAIN (RFC 4616): everything in one message, so only ever inside TLS. */
export const plain: SaslMechanism = {
  method: 'plain',
  name: 'PLAIN',
  takes: 'password',
  binds: 'nothing',
  start: (userName, credential) => ({
    initial: new Secret(toBase64(`\0${userName}\0${credential.secret.reveal()}`)),
    messages: 'one',
    respond: async () => null,
  }),
}
