import { partsOf } from '#shared/domain/server-reply.ts'
import type { BouncedDelivery } from '#shared/explain/bounce.ts'
import { addressIn, hostIn } from '#shared/explain/delivery-status.ts'
import { quotedReply, wordsAlone } from '#shared/explain/quoted-reply.ts'

/** How the mail systems that keep to no standard tell that a message did not arrive. */
interface BounceForm {
  readonly name: string
  readonly opens: RegExp
  /** A line that names a recipient; what the server said follows until the next such line. */
  readonly recipient: RegExp
}

const MAX_TEXT = 60_000
const MAX_RECIPIENTS = 50

/** In angle brackets, with a colon: `<anna@example.org>: host mx.example.org said: 550 …`. */
const BRACKETS = /^\s{0,8}<([^<>\s]{3,320})>(?: \(expanded from [^)]{0,320}\))?:?/
/** On a line of its own, indented. */
const INDENTED = /^\s{2,8}([^\s<>()]{1,64}@[^\s<>()]{1,255})(?:\s.{0,80})?$/
/** On a line of its own, with whatever a mail program makes of a link. */
const ALONE =
  /^[\s*]{0,8}(?:[^<>@\n]{0,80}[<(])?([^\s<>()]{1,64}@[^\s<>()*]{1,255})[>)*]{0,2}(?:\s?[<(](?:mailto:)?[^<>()\s]{1,320}[>)]){0,2}\s{0,4}$/

const FORMS: readonly BounceForm[] = [
  {
    name: 'qmail',
    opens: /this is the qmail-send program|i'm afraid i wasn't able to deliver/i,
    recipient: BRACKETS,
  },
  { name: 'exim', opens: /created automatically by mail delivery software/i, recipient: INDENTED },
  {
    name: 'postfix',
    opens:
      /this is the mail system at host|this is the postfix program|sorry to have to inform you that your message/i,
    recipient: BRACKETS,
  },
  {
    name: 'yahoo',
    opens: /sorry, we were unable to deliver your message to the following/i,
    recipient: BRACKETS,
  },
  {
    name: 'sendmail',
    opens: /the following addresses had permanent|transcript of session follows/i,
    recipient: BRACKETS,
  },
  {
    name: 'exchange',
    opens:
      /delivery has failed to these recipients|diagnostic information for administrators|your message (to \S{3,320} )?couldn't be delivered|did not reach (some or all of )?the(ir)? (intended )?recipient/i,
    recipient: ALONE,
  },
  {
    name: 'gmail',
    opens:
      /^\W{0,8}(address not found|message (blocked|not delivered|too large)|recipient inbox full|delivery incomplete)\W{0,4}$|delivery to the following recipients? failed|your message wasn't delivered to|problem delivering your message/im,
    recipient: ALONE,
  },
]

/** Where the copy of the original message begins, which is full of addresses and numbers that mean nothing here. */
const COPY_BEGINS =
  /^\s{0,4}(-{2,}.{0,20}(below this line|original message|this is a copy|returned message|included is a copy)|original message headers|message headers follow|received: from )/i

/** The deliveries a text tells of, empty when it is none of the known forms. */
export function readBounceText(text: string): readonly BouncedDelivery[] {
  const lines = beforeCopy(text)
  const whole = lines.join('\n')
  const form = FORMS.find(({ opens }) => opens.test(whole))
  if (form === undefined) return []
  const sections = split(lines, form.recipient)
  const told = sections.flatMap(({ recipient, said }) => tell(recipient, said))
  if (told.length > 0) return mergeTold(told)
  const address =
    sections[0]?.recipient ?? addressIn(/(?:delivered to|message to) (\S{3,320})/i.exec(whole)?.[1] ?? '')
  return tell(address, whole, 'words count')
}

function beforeCopy(text: string): readonly string[] {
  const lines = text.slice(0, MAX_TEXT).split('\n')
  const end = lines.findIndex((line) => COPY_BEGINS.test(line))
  return end === -1 ? lines : lines.slice(0, end)
}

interface Section {
  readonly recipient: string
  readonly said: string
}

function split(lines: readonly string[], recipient: RegExp): readonly Section[] {
  const sections: { recipient: string; said: string[] }[] = []
  for (const line of lines) {
    const match = recipient.exec(line.slice(0, 1_000))
    const address = match === null ? null : addressIn(match[1] ?? '')
    if (match !== null && address !== null && sections.length < MAX_RECIPIENTS)
      sections.push({ recipient: address, said: [line.slice(match[0].length)] })
    else sections.at(-1)?.said.push(line)
  }
  return sections.map((section) => ({ ...section, said: section.said.join('\n') }))
}

function tell(recipient: string | null, said: string, words?: 'words count'): readonly BouncedDelivery[] {
  const reply = quotedReply(said) ?? (words === undefined ? null : wordsAlone(said))
  const spoken = reply ?? sentence(said)
  if (spoken === null) return []
  return [{ recipient, remoteServer: remoteIn(said), action: actionIn(said), reply: spoken }]
}

/** Without any number, the words right after the recipient are all there is. */
function sentence(said: string): BouncedDelivery['reply'] {
  const reply = wordsAlone(said.trimStart().split(/\n\s*\n/, 1)[0] ?? '')
  return reply.text === '' || /^this message|^the (following|email)/i.test(reply.text) ? null : reply
}

/** A recipient that is named twice, once for people and once for admins, is told once: where there is a number. */
function mergeTold(told: readonly BouncedDelivery[]): readonly BouncedDelivery[] {
  const best = new Map<string, BouncedDelivery>()
  for (const delivery of told) {
    const key = delivery.recipient ?? ''
    const known = best.get(key)
    const isBetter = known === undefined || weight(delivery) > weight(known)
    if (isBetter) best.set(key, delivery)
  }
  return [...best.values()]
}

function weight({ reply }: BouncedDelivery): number {
  if (reply === null) return 0
  const { code, enhanced } = partsOf(reply)
  return (code === null ? 0 : 2) + (enhanced === null ? 0 : 1)
}

const REMOTE =
  /(?:host|server|server name|remote server|generating server|talking to|by|from)[ :]{1,3}((?:[\w-]{1,63}\.){1,10}[a-z]{2,63})\.?(?=[\s[:,]|$)/i

function remoteIn(said: string): string | null {
  const match = /\bhost ((?:[\w-]{1,63}\.){1,10}[a-z]{2,63})/i.exec(said) ?? REMOTE.exec(said)
  return hostIn(match?.[1] ?? '')
}

function actionIn(said: string): BouncedDelivery['action'] {
  return /will (be retried|keep trying|continue to (try|be attempted)|retry)|delayed|no action is required/i.test(
    said,
  )
    ? 'delayed'
    : 'failed'
}
