import type { SaslMechanism } from '#engine/sasl/mechanism.ts'
import { toBase64 } from '#engine/sasl/mechanism.ts'
import { Secret } from '#engine/secret.ts'

/** LOGIN: never standardised, asked for by Microsoft. First the name, then the password, whatever the prompts say. */
export const login: SaslMechanism = {
  method: 'login',
  name: 'LOGIN',
  takes: 'password',
  binds: 'nothing',
  start: (userName, credential) => {
    const answers = [toBase64(userName), new Secret(toBase64(credential.secret.reveal()))]
    return { initial: null, respond: async () => answers.shift() ?? null }
  },
}
