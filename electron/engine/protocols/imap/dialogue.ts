import type { Fault } from '#shared/domain/fault.ts'
import type { ImapServerReply } from '#shared/domain/server-reply.ts'
import { refusesAccount } from '#shared/replies/meaning.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type {
  CreateDialogue,
  Retrieval,
  ServerCapabilities,
  SignInExchange,
} from '#engine/protocols/dialogue.ts'
import { CommandRunner, type CommandResult } from '#engine/protocols/imap/command.ts'
import { authenticate } from '#engine/protocols/imap/commands/authenticate.ts'
import { capability, toCapabilities } from '#engine/protocols/imap/commands/capability.ts'
import { openInbox } from '#engine/protocols/imap/commands/open-inbox.ts'
import { readGreeting } from '#engine/protocols/imap/commands/greeting.ts'
import { login } from '#engine/protocols/imap/commands/login.ts'
import { findInSubjects } from '#engine/protocols/imap/commands/search.ts'
import { startTls } from '#engine/protocols/imap/commands/starttls.ts'
import { parseCapabilities, toServerReply } from '#engine/protocols/imap/response.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import {
  afterPlainText,
  noneUsable,
  saslWays,
  tryWays,
  type OnWay,
  type SignInWay,
} from '#engine/sasl/ways.ts'

/** IMAP (RFC 3501, 9051) up to the opened INBOX. */
export const createImapDialogue: CreateDialogue<Retrieval> = (line) => {
  const commands = new CommandRunner(line)
  let announced: readonly string[] | null = null
  let capabilityNames: readonly string[] = []
  let reservation: ImapServerReply | null = null
  return {
    kind: 'retrieval',
    asksBeforeUpgrade: false,
    greet: async () => {
      const greeting = await readGreeting(line)
      if (!greeting.ok) return greeting
      announced = parseCapabilities(greeting.value.code ?? '')
      return ok({ words: line.quote(greeting.value.text) })
    },
    capabilities: async () => (announced === null ? capability(commands) : ok(toCapabilities(announced))),
    isTooOldToBeAsked: () => false,
    startTls: () => startTls(line, commands, announced),
    signIn: async (request, capabilities, onWay) => {
      const result = await signIn(line, commands, request, capabilities, onWay)
      if (!result.ok) return result
      // What a server can do may change with the sign-in; most say so in the answer to it.
      capabilityNames = result.value.capabilities ?? capabilities.names
      const said = toServerReply(result.value.tagged, line)
      reservation = refusesAccount(said) ? said : null
      return ok(null)
    },
    openMailbox: async () => {
      const opened = await openInbox(line, commands, capabilityNames)
      // "OK, but enable IMAP first": where the mailbox then does not open, that was why.
      return opened.ok || reservation === null ? opened : fail({ kind: 'rejected', reply: reservation })
    },
    inbox: { noticesNewMail: true, find: (word) => findInSubjects(line, commands, word) },
    quit: () => {
      line.sayGoodbye('ZZ LOGOUT')
    },
  }
}

/** AUTHENTICATE as announced, and the LOGIN command, which every server has that does not disable it. */
async function signIn(
  line: LineSocket,
  commands: CommandRunner,
  { userName, credential, mechanisms }: SignInExchange,
  { names, mechanisms: offered }: ServerCapabilities,
  onWay: OnWay,
): Promise<Outcome<CommandResult, Fault>> {
  const initialResponse = names.includes('SASL-IR') ? 'allowed' : 'forbidden'
  const announced = saslWays({ offered, kind: credential.kind }, line, mechanisms, (mechanism, binding) => {
    const exchange = mechanism.start(userName, credential, binding)
    return authenticate(line, commands, mechanism.name, exchange, { initialResponse })
  })
  const hasLogin = credential.kind === 'password' && !names.includes('LOGINDISABLED')
  const ways = hasLogin ? afterPlainText(announced, loginCommand()) : announced
  const signedIn = await tryWays(ways, mechanisms, line, onWay)
  if (signedIn !== null) return signedIn
  const isDisabled = names.includes('LOGINDISABLED') && mechanisms.kind === 'best'
  return fail(isDisabled ? { kind: 'login-disabled' } : noneUsable(offered, mechanisms))

  function loginCommand(): SignInWay<CommandResult> {
    const attempt = () => login(line, commands, { userName, secret: credential.secret })
    return { name: 'LOGIN', method: 'login', binds: 'nothing', attempt }
  }
}
