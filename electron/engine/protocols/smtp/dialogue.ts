import { fail, ok } from '#shared/outcome.ts'
import type { CreateDialogue, ServerCapabilities, Submission } from '#engine/protocols/dialogue.ts'
import { auth } from '#engine/protocols/smtp/commands/auth.ts'
import { ehlo } from '#engine/protocols/smtp/commands/ehlo.ts'
import { readGreeting } from '#engine/protocols/smtp/commands/greeting.ts'
import { submit } from '#engine/protocols/smtp/commands/submit.ts'
import { startTls } from '#engine/protocols/smtp/commands/starttls.ts'
import { rcptDryRun } from '#engine/protocols/smtp/commands/rcpt-dry-run.ts'
import { noneUsable, saslWays, tryWays } from '#engine/sasl/ways.ts'

/** Message submission (RFC 6409). */
export const createSmtpDialogue: CreateDialogue<Submission> = (line, { ehloName } = {}) => {
  let offered: ServerCapabilities = { names: [], mechanisms: [] }
  return {
    kind: 'submission',
    asksBeforeUpgrade: true,
    greet: async () => {
      const greeting = await readGreeting(line)
      return greeting.ok ? ok({ words: line.quote(greeting.value.lines.join(' ')) }) : greeting
    },
    capabilities: async () => {
      const answer = await ehlo(line, ehloName)
      if (answer.ok) offered = answer.value
      return answer
    },
    isTooOldToBeAsked: () => false,
    startTls: () => startTls(line, offered),
    signIn: async ({ userName, credential, mechanisms }, { mechanisms: offered }, onWay) => {
      const ways = saslWays({ offered, kind: credential.kind }, line, mechanisms, (mechanism, binding) =>
        auth(line, mechanism.name, mechanism.start(userName, credential, binding)),
      )
      return (await tryWays(ways, mechanisms, line, onWay)) ?? fail(noneUsable(offered, mechanisms))
    },
    submit: (message) => submit(line, message, offered.names),
    rcptDryRun: (address) => rcptDryRun(line, address, offered.names),
    quit: () => {
      line.sayGoodbye('QUIT')
    },
  }
}
