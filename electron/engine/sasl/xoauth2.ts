import { answerOnce, toBase64, type SaslMechanism } from '#engine/sasl/mechanism.ts'
import { Secret } from '#engine/secret.ts'

/**
 * XOAUTH2, Google's and Microsoft's own. A refused token comes back as a challenge with the reasons in JSON, and the
 * server gives its final answer only after an empty line.
 */
export const xoauth2: SaslMechanism = {
  method: 'xoauth2',
  name: 'XOAUTH2',
  takes: 'token',
  binds: 'nothing',
  start: (userName, credential) => {
    const bearer = `user=${userName}\x01auth=Bearer ${credential.secret.reveal()}\x01\x01`
    return {
      initial: new Secret(toBase64(bearer)),
      respond: answerOnce(() => ''),
    }
  },
}
