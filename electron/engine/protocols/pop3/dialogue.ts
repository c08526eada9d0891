import type { Fault } from '#shared/domain/fault.ts'
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
import { BEFORE_CAPA, capa } from '#engine/protocols/pop3/commands/capa.ts'
import { readGreeting } from '#engine/protocols/pop3/commands/greeting.ts'
import { MessageCount } from '#engine/protocols/pop3/commands/stat.ts'
import { stls } from '#engine/protocols/pop3/commands/stls.ts'
import { findInSubjects } from '#engine/protocols/pop3/commands/top.ts'
import { userPass } from '#engine/protocols/pop3/commands/user-pass.ts'
import {
  afterPlainText,
  noneUsable,
  saslWays,
  tryWays,
  type OnWay,
  type SignInWay,
} from '#engine/sasl/ways.ts'
import type { Secret } from '#engine/secret.ts'

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
    isTooOldToBeAsked: (capabilities) => capabilities === BEFORE_CAPA,
    startTls: () => stls(line),
    signIn: (request, capabilities, onWay) =>
      signIn({ line, count, timestamp }, request, capabilities, onWay),
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

/** SASL where it is announced, USER and PASS beside PLAIN, APOP where there is nothing else. */
async function signIn(
  session: Session,
  { userName, credential, mechanisms }: SignInExchange,
  { names, mechanisms: offered }: ServerCapabilities,
  onWay: OnWay,
): Promise<Outcome<null, Fault>> {
  const { line, count } = session
  const sendBehind = () => names.includes('PIPELINING') && count.askAhead()
  const announced = saslWays({ offered, kind: credential.kind }, line, mechanisms, (mechanism, binding) =>
    auth(line, mechanism.name, mechanism.start(userName, credential, binding), sendBehind),
  )
  const user = { userName, secret: credential.secret }
  const own =
    credential.kind === 'password' ? ownWays(session, names, announced, user, sendBehind) : announced
  const ways = own.map((way) => ({
    ...way,
    attempt: async () => {
      await count.forgetAhead()
      return way.attempt()
    },
  }))
  return (await tryWays(ways, mechanisms, line, onWay)) ?? fail(noneUsable(offered, mechanisms))
}

/** Adds what POP3 has of its own. */
function ownWays(
  { line, timestamp }: Session,
  names: readonly string[],
  announced: readonly SignInWay<null>[],
  { userName, secret }: { readonly userName: string; readonly secret: Secret },
  sendBehind: () => boolean,
): readonly SignInWay<null>[] {
  const apopStamp = line.encrypted ? timestamp : null
  // A SASL line that lists nothing says that no plain password is taken, USER or not (Dovecot with APOP alone).
  const takesPlain = names.includes('USER') && !(names.includes('SASL') && apopStamp !== null)
  const pass = () => userPass(line, userName, secret, sendBehind)
  const ways = takesPlain
    ? afterPlainText(announced, { name: 'USER', method: 'plain', binds: 'nothing', attempt: pass })
    : announced
  if (apopStamp === null) return ways
  // Mail programs know APOP and CRAM-MD5 under one name, "encrypted password".
  const digest = () => apop(line, userName, secret, apopStamp)
  return [...ways, { name: 'APOP', method: 'cram-md5', binds: 'nothing', attempt: digest }]
}
