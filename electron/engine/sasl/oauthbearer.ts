import { answerOnce, toBase64, type SaslMechanism } from '#engine/sasl/mechanism.ts'
import { Secret } from '#engine/secret.ts'

/** A lone ^A acknowledges the error challenge (RFC 7628 section 3.2.3). */
const ACKNOWLEDGE = toBase64('\x01')

/** OAUTHBEARER (RFC 7628): the standard form of XOAUTH2. */
export const oauthbearer: SaslMechanism = {
  method: 'oauthbearer',
  name: 'OAUTHBEARER',
  takes: 'token',
  binds: 'nothing',
  start: (userName, credential) => {
    const gs2 = `n,a=${escapeSaslName(userName)},`
    const bearer = `${gs2}\x01auth=Bearer ${credential.secret.reveal()}\x01\x01`
    return {
      initial: new Secret(toBase64(bearer)),
      respond: answerOnce(() => ACKNOWLEDGE),
    }
  },
}

/** RFC 5801 section 4: `,` and `=` have a meaning of their own in the header. */
function escapeSaslName(name: string): string {
  return name.replaceAll('=', '=3D').replaceAll(',', '=2C')
}
