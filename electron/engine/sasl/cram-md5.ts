import { createHmac } from 'node:crypto'
import { answerOnce, fromBase64, toBase64, type SaslMechanism } from '#engine/sasl/mechanism.ts'
import { PasswordProof } from '#engine/secret.ts'

/**
 * CRAM-MD5 (RFC 2195). An attacker who sees the answer can guess the password offline, and the server has to keep
 * the password itself: taken only from a server that announces nothing better.
 */
export const cramMd5: SaslMechanism = {
  method: 'cram-md5',
  name: 'CRAM-MD5',
  takes: 'password',
  binds: 'nothing',
  start: (userName, credential) => ({
    initial: null,
    respond: answerOnce((challenge) => {
      const digest = createHmac('md5', credential.secret.reveal()).update(fromBase64(challenge)).digest('hex')
      return new PasswordProof(toBase64(`${userName} ${digest}`))
    }),
  }),
}
