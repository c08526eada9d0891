import { partsOf } from '#shared/domain/server-reply.ts'
import { FORMS } from '#shared/explain/bounce-forms.ts'
import type { BouncedDelivery } from '#shared/explain/bounce.ts'
import { addressIn, hostIn } from '#shared/explain/delivery-status.ts'
import { quotedReply, wordsAlone } from '#shared/explain/quoted-reply.ts'
import { commandIn } from '#shared/replies/command.ts'

const MAX_TEXT = 60_000
const MAX_RECIPIENTS = 50
/** As much as a sentence about a cause is long. More is a letter that says many other things. */
const MAX_SENTENCE = 380

/** Where the copy of the original message begins, which is full of addresses and numbers that mean nothing here. */
const COPY_BEGINS =
  /^\s{0,4}(-{2,}.{0,20}(below this line|(original|unsent|undelivered) message|this is a copy|returned message|included is a copy)|original message headers|-{0,8} ?message headers? follows?|received: from )/i

/**
 * The deliveries a text tells of, empty when it is none of the known forms.
 * @param sender whose message came back, where that is known: not the recipient of a letter that names none
 */
export function readBounceText(text: string, sender: string | null = null): readonly BouncedDelivery[] {
  const lines = beforeCopy(text)
  const whole = lines.join('\n')
  const form = FORMS.find(({ opens }) => opens.test(whole))
  if (form === undefined) return []
  const { before, sections } = split(lines, form.recipient)
  const action = actionIn(before)
  const told = sections.flatMap(({ recipient, said }) => {
    const reply = quotedReply(said) ?? sentence(said)
    return reply === null ? [] : [deliveryOf(recipient, said, reply, action)]
  })
  if (told.length > 0) return mergeTold(told)
  const address =
    sections[0]?.recipient ??
    addressIn(RECIPIENT_IN_WORDS.exec(whole)?.[1] ?? '') ??
    firstAddressBut(sender, whole)
  const begins = form.opens.exec(whole)?.index ?? 0
  const reply = quotedReply(whole) ?? wordsAlone(whole.slice(begins, begins + MAX_SENTENCE))
  return [deliveryOf(address, whole, reply, action)]
}

const RECIPIENT_IN_WORDS = /(?:delivered to|message to|nachricht an|rcpt to:) ?<?([^\s<>]{3,320})/i

/** For letters of no known form: the first address that is not the one of `sender`. */
export function firstAddressBut(sender: string | null, text: string): string | null {
  for (const [address] of text
    .slice(0, 4_000)
    .matchAll(/[^\s<>()[\]"';,:]{1,64}@[^\s<>()[\]"';,:]{1,255}/g)) {
    if (address.toLowerCase() !== sender?.toLowerCase()) return addressIn(address)
  }
  return null
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

/** What stands before the first recipient, and what stands after each. */
function split(
  lines: readonly string[],
  recipient: RegExp,
): { readonly before: string; readonly sections: readonly Section[] } {
  const before: string[] = []
  const sections: { recipient: string; said: string[] }[] = []
  for (const line of lines) {
    const match = recipient.exec(line.slice(0, 1_000))
    const address = match === null ? null : addressIn(match[1] ?? match[2] ?? '')
    if (match !== null && address !== null && sections.length < MAX_RECIPIENTS)
      sections.push({ recipient: address, said: [line.slice(match.index + match[0].length)] })
    else (sections.at(-1)?.said ?? before).push(line)
  }
  return {
    before: before.join('\n'),
    sections: sections.map((section) => ({ ...section, said: section.said.join('\n') })),
  }
}

function deliveryOf(
  recipient: string | null,
  said: string,
  reply: NonNullable<BouncedDelivery['reply']>,
  announced: BouncedDelivery['action'],
): BouncedDelivery {
  return {
    recipient,
    remoteServer: remoteIn(said),
    action: announced === 'delayed' ? announced : actionIn(said),
    reply,
    command: commandIn(said),
  }
}

/** Without any number, the words right after the recipient are all there is. */
function sentence(said: string): BouncedDelivery['reply'] {
  const [first = '', second = ''] = said.trimStart().split(/\n\s*\n/, 2)
  const reply = wordsAlone(/^\W{0,3}(because\W{0,3})?$/i.test(first) ? second : first)
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

const HOST = String.raw`((?:[\w-]{1,63}\.){1,10}[a-z]{2,63})`
/** The surest first: the server that is quoted, then one that is only named. */
const REMOTES: readonly RegExp[] = [
  new RegExp(String.raw`\bhost ${HOST}(?=[\s[(:,]|$)(?! not found)`, 'i'),
  new RegExp(String.raw`^\s{0,8}${HOST}\.? [[(][\da-f.:]{3,45}[\])] (?:did not|does not|said)`, 'im'),
  new RegExp(String.raw`^\s{0,8}${HOST} \[[\da-f.:]{3,45}\]:?\s{0,3}$`, 'im'),
  new RegExp(
    String.raw`(?:host|server|server name|remote server|generating server|talking to|connected to|by|from)[ :]{1,3}${HOST}\.?(?=[\s[(:,]|$)`,
    'i',
  ),
  new RegExp(String.raw`<${HOST} #[45]\.\d`, 'i'),
]

function remoteIn(said: string): string | null {
  for (const pattern of REMOTES) {
    const host = pattern.exec(said)?.[1]
    if (host !== undefined) return hostIn(host)
  }
  return null
}

const DELAYED =
  /will (be retried|keep trying|continue to (try|be attempted)|(re)?try|try again)|delayed|no action is required|warning (message )?only|not yet been delivered|delivery incomplete|zustellung (nicht abgeschlossen|unvollst)|distribution incompl|entrega incompleta|(consegna|recapito) incomplet|bezorging onvolledig/i

function actionIn(said: string): BouncedDelivery['action'] {
  return DELAYED.test(said) ? 'delayed' : 'failed'
}
