import type { BouncedDelivery } from '#shared/explain/bounce.ts'
import { explainAutoReply } from '#shared/explain/auto-reply.ts'
import { deliveriesInMessage, deliveriesInText } from '#shared/explain/deliveries.ts'
import type { ExplainedCause, Explanation } from '#shared/explain/explanation.ts'
import { judgeDelivery, judgeReply } from '#shared/explain/judge-reply.ts'
import type { Pasted } from '#shared/explain/pasted.ts'
import { explainProgram } from '#shared/explain/programs/explain-program.ts'
import { tellsOfSignIn } from '#shared/explain/step-of-reply.ts'
import { quotedReply, wordsAlone } from '#shared/explain/quoted-reply.ts'
import { looksLikeMessage, readMessage, unified } from '#shared/explain/read-message.ts'
import { explainSignInPage } from '#shared/explain/sign-in-page.ts'
import { partsOf, type ServerReply } from '#shared/domain/server-reply.ts'
import { harmless } from '#shared/text/server-text.ts'

const SHOWN = 500

type About = Omit<Explanation, 'account' | 'reportedAt'>

/** Says what a server's reply, a program's error text or a whole bounce message means. Never fails. */
export async function explain({ text, octets }: Pasted): Promise<Explanation> {
  const plain = unified(text)
  const message = looksLikeMessage(plain) ? await readMessage(plain, octets) : null
  const deliveries = message === null ? deliveriesInText(plain) : deliveriesInMessage(message)
  const writtenAt = message?.writtenAt ?? null
  const told = {
    account: message?.writtenTo ?? null,
    ...(writtenAt === null ? {} : { reportedAt: writtenAt }),
  }
  const open = deliveries.filter(({ action }) => action === 'failed' || action === 'delayed')
  const [first] = open
  if (first !== undefined) return { ...aboutDeliveries([first, ...open.slice(1)]), ...told }
  if (deliveries.length > 0) return { ...delivered(deliveries), ...told }
  const answer = message === null ? null : explainAutoReply(message)
  return { ...(answer === null ? aboutReply(message?.text ?? plain) : aboutAnswer(answer)), ...told }
}

function aboutAnswer(answer: ExplainedCause): About {
  const [recipient = null] = answer.recipients
  return {
    causes: [answer],
    reply: null,
    saidBy: 'server',
    bounce: recipient === null ? null : { recipient, remoteServer: null, temporary: false },
  }
}

/** One cause for each thing that went wrong, with all recipients it went wrong for. */
function aboutDeliveries(deliveries: readonly [BouncedDelivery, ...BouncedDelivery[]]): About {
  const [first, ...rest] = deliveries
  const main = causeOf(first)
  const causes = new Map<string, ExplainedCause>([[main.code, main]])
  for (const delivery of rest) {
    const cause = causeOf(delivery)
    const known = causes.get(cause.code)
    causes.set(
      cause.code,
      known === undefined ? cause : { ...known, recipients: [...known.recipients, ...cause.recipients] },
    )
  }
  const { recipient, remoteServer, reply } = first
  return {
    causes: [causes.get(main.code) ?? main, ...[...causes.values()].slice(1)],
    reply: reply === null ? null : shown(reply),
    saidBy: 'server',
    bounce: { recipient, remoteServer, temporary: main.temporary },
  }
}

function causeOf({ recipient, action, reply, command }: BouncedDelivery): ExplainedCause {
  return {
    ...judgeDelivery(reply ?? wordsAlone(''), action, command),
    recipients: recipient === null ? [] : [recipient],
  }
}

/** A receipt: the message has arrived, or was handed on. */
function delivered(deliveries: readonly BouncedDelivery[]): About {
  const recipients = deliveries.flatMap(({ recipient }) => recipient ?? [])
  return {
    causes: [
      {
        code: 'OK',
        severity: 'info',
        turn: 'nobody',
        facts: {},
        actions: [],
        recipients,
        temporary: false,
      },
    ],
    reply: null,
    saidBy: 'server',
    bounce: {
      recipient: recipients[0] ?? null,
      remoteServer: deliveries[0]?.remoteServer ?? null,
      temporary: false,
    },
  }
}

function aboutReply(text: string): About {
  const page = explainSignInPage(text)
  if (page !== null)
    return {
      causes: [page.cause],
      reply: { code: null, enhanced: null, text: page.said },
      saidBy: 'page',
      bounce: null,
    }
  const quoted = quotedReply(text)
  const reply = quoted ?? wordsAlone(text)
  const isEmpty = reply.protocol === 'unknown' && reply.text === '' && reply.enhanced === null
  const judged: ExplainedCause = {
    ...judgeReply(reply, tellsOfSignIn(text) ? 'sign-in' : null),
    recipients: [],
  }
  // What a server said is worth more than what a program made of it.
  const isOwnLine = judged.code === 'SEND_UNREACHABLE' && OWN_LINE.test(text)
  const said = quoted === null || judged.code === 'REPLY_UNKNOWN' || isOwnLine ? explainProgram(text) : null
  const program = said?.code === 'REPLY_UNKNOWN' && judged.code !== 'REPLY_UNKNOWN' ? null : said
  return {
    causes: [program ?? judged],
    reply: isEmpty ? null : shown(reply),
    saidBy: program === null ? 'server' : 'program',
    bounce: null,
  }
}

/** What a virus scanner says in the name of a server that it could not connect the mail program to. */
const OWN_LINE = /\b421 cannot connect to (?:smtp|pop3?|imap) server\b/i

function shown(reply: ServerReply) {
  const { code, enhanced, text } = partsOf(reply)
  return { code, enhanced, text: harmless(text, SHOWN) }
}
