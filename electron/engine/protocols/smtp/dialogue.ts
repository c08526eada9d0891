import { fail, ok } from '#shared/outcome.ts'
import type { CreateDialogue, ServerCapabilities } from '#engine/protocols/dialogue.ts'
import { auth } from '#engine/protocols/smtp/commands/auth.ts'
import { ehlo } from '#engine/protocols/smtp/commands/ehlo.ts'
import { readGreeting } from '#engine/protocols/smtp/commands/greeting.ts'
import { submit } from '#engine/protocols/smtp/commands/submit.ts'
import { startTls } from '#engine/protocols/smtp/commands/starttls.ts'
import { wouldTake } from '#engine/protocols/smtp/commands/would-take.ts'
import { pickMechanism } from '#engine/sasl/mechanisms.ts'

/** Message submission (RFC 6409). */
export const createSmtpDialogue: CreateDialogue = (line) => {
  let offered: ServerCapabilities = { names: [], mechanisms: [] }
  return {
    asksBeforeUpgrade: true,
    greet: async () => {
      const greeting = await readGreeting(line)
      return greeting.ok ? ok({ words: line.quote(greeting.value.lines.join(' ')) }) : greeting
    },
    capabilities: async () => {
      const answer = await ehlo(line)
      if (answer.ok) offered = answer.value
      return answer
    },
    startTls: () => startTls(line, offered),
    signIn: async ({ userName, credential }, capabilities, onMethod) => {
      const mechanism = pickMechanism(capabilities.mechanisms, credential.kind, line.channelBinding)
      if (mechanism === null) return fail({ kind: 'no-usable-mechanism', offered: capabilities.mechanisms })
      onMethod(mechanism.method)
      return auth(line, mechanism.name, mechanism.start(userName, credential, line.channelBinding))
    },
    openMailbox: null,
    submit: (message) => submit(line, message, offered.names),
    wouldTake: (address) => wouldTake(line, address, offered.names),
    inbox: null,
    quit: () => {
      line.sayGoodbye('QUIT')
    },
  }
}
