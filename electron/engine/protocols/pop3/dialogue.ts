import type { Fault } from '#shared/domain/fault.ts'
import type { AuthMethod } from '#shared/domain/protocol.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type {
  CreateDialogue,
  Retrieval,
  ServerCapabilities,
  SignInExchange,
} from '#engine/protocols/dialogue.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { apop, apopTimestamp } from '#engine/protocols/pop3/commands/apop.ts'
import { auth } from '#engine/protocols/pop3/commands/auth.ts'
import { capa } from '#engine/protocols/pop3/commands/capa.ts'
import { readGreeting } from '#engine/protocols/pop3/commands/greeting.ts'
import { MessageCount } from '#engine/protocols/pop3/commands/stat.ts'
import { stls } from '#engine/protocols/pop3/commands/stls.ts'
import { findInSubjects } from '#engine/protocols/pop3/commands/top.ts'
import { userPass } from '#engine/protocols/pop3/commands/user-pass.ts'
import { tryMechanisms } from '#engine/sasl/try-mechanisms.ts'

/** POP3 (RFC 1939, 2449, 5034) up to the number of waiting messages. */
export const createPop3Dialogue: CreateDialogue<Retrieval> = (line) => {
  const count = new MessageCount(line)
  let timestamp: string | null = null
  return {
    kind: 'retrieval',
    asksBeforeUpgrade: false,
    greet: async () => {
      const greeting = await readGreeting(line)
      if (!greeting.ok) return greeting
      timestamp = apopTimestamp(greeting.value.text)
      return ok({ words: line.quote(greeting.value.text) })
    },
    capabilities: () => capa(line),
    startTls: () => stls(line),
    signIn: (request, capabilities, onMethod) =>
      signIn({ line, count, timestamp }, request, capabilities, onMethod),
    openMailbox: () => count.read(),
    inbox: { noticesNewMail: false, find: (word) => findInSubjects(line, count, word) },
    quit: () => {
      line.sayGoodbye('QUIT')
    },
  }
}

interface Session {
  readonly line: LineSocket
  readonly count: MessageCount
  readonly timestamp: string | null
}

/** SASL where it is announced, USER and PASS next, APOP where there is nothing else. */
async function signIn(
  { line, count, timestamp }: Session,
  { userName, credential }: SignInExchange,
  { names, mechanisms }: ServerCapabilities,
  onMethod: (method: AuthMethod) => void,
): Promise<Outcome<null, Fault>> {
  const binding = line.channelBinding
  const sendBehind = () => names.includes('PIPELINING') && count.askAhead()
  const signedIn = await tryMechanisms(
    { offered: mechanisms, kind: credential.kind, binding, onMethod },
    async (mechanism) => {
      await count.forgetAhead()
      return auth(line, mechanism.name, mechanism.start(userName, credential, binding), sendBehind)
    },
  )
  if (signedIn !== null) return signedIn
  if (credential.kind !== 'password') return fail({ kind: 'no-usable-mechanism', offered: mechanisms })
  // A SASL line that lists nothing says that no plain password is taken, USER or not (Dovecot with APOP alone).
  const hasApop = timestamp !== null && line.encrypted
  const takesPlain = names.includes('USER') && !(names.includes('SASL') && hasApop)
  if (takesPlain) {
    onMethod('plain')
    return userPass(line, userName, credential.secret, sendBehind)
  }
  if (!hasApop) return fail({ kind: 'no-usable-mechanism', offered: mechanisms })
  // Mail programs know APOP and CRAM-MD5 under one name, "encrypted password".
  onMethod('cram-md5')
  return apop(line, userName, credential.secret, timestamp)
}
