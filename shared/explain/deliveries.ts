import type { BouncedDelivery } from '#shared/explain/bounce.ts'
import { firstAddressBut, readBounceText } from '#shared/explain/bounce-text.ts'
import { addressIn, parseDeliveryStatus } from '#shared/explain/delivery-status.ts'
import { judgeDelivery } from '#shared/explain/judge-reply.ts'
import { readNotice } from '#shared/explain/notice.ts'
import { quotedReply, wordsAlone } from '#shared/explain/quoted-reply.ts'
import type { ReadMessage } from '#shared/explain/read-message.ts'

/** As much of a letter of no known form as is taken for the words about the failure. */
const MAX_OPENING = 380

/** What a text without a message around it tells of deliveries; empty where it tells of none. */
export function deliveriesInText(text: string): readonly BouncedDelivery[] {
  const notice = readNotice(text)
  if (notice.length > 0) return notice
  const standard = parseDeliveryStatus(text)
  return standard.length > 0 ? standard : readBounceText(text)
}

/** The part made for machines, completed by the one made for people where it says nothing. */
export function deliveriesInMessage(message: ReadMessage): readonly BouncedDelivery[] {
  const { text, statuses, failedRecipient } = message
  const standard = statuses.flatMap(parseDeliveryStatus)
  const told = readBounceText(text, message.writtenTo)
  if (standard.length > 0) {
    return standard.map((delivery) => completed(delivery, toldOf(delivery, told, standard.length), text))
  }
  const inText = told.length > 0 ? told : deliveriesInText(text)
  if (inText.length > 0) return inText.map((delivery) => named(delivery, failedRecipient))
  if (failedRecipient !== null || message.isReturned) return inWordsOf(message)
  return []
}

/** A letter may leave out what the fields around it name. */
function named(delivery: BouncedDelivery, failedRecipient: string | null): BouncedDelivery {
  return { ...delivery, recipient: delivery.recipient ?? addressIn(failedRecipient ?? '') }
}

function toldOf(
  { recipient }: BouncedDelivery,
  told: readonly BouncedDelivery[],
  count: number,
): BouncedDelivery | null {
  const same = told.find((other) => other.recipient === recipient)
  return same ?? (count === 1 || recipient === null ? (told[0] ?? null) : null)
}

function completed(delivery: BouncedDelivery, told: BouncedDelivery | null, text: string): BouncedDelivery {
  const best = says(delivery) || told === null || !says(told) ? delivery : told
  const reply = best.reply ?? told?.reply ?? delivery.reply
  const spoken = { ...delivery, reply }
  return {
    ...spoken,
    reply: says(spoken) ? reply : (sentenceIn(text) ?? reply),
    recipient: delivery.recipient ?? told?.recipient ?? null,
    remoteServer: delivery.remoteServer ?? told?.remoteServer ?? null,
    command: best.command ?? null,
  }
}

/** Whether its cause is known from it alone. */
function says({ reply, action, command }: BouncedDelivery): boolean {
  if (reply === null) return false
  const { code } = judgeDelivery(reply, action, command)
  return code !== 'REPLY_UNKNOWN' && code !== 'REPLY_BY_STATUS'
}

/** The words for people, where they are few enough to be about one thing and that is known. */
function sentenceIn(text: string): BouncedDelivery['reply'] {
  const reply = wordsAlone(text)
  const isKnown =
    reply.text.length <= MAX_OPENING && says({ recipient: null, remoteServer: null, action: 'failed', reply })
  return isKnown ? reply : null
}

/** A returned message of no known form: the first reply in it, and the first address that is not the reader's. */
function inWordsOf({ text, failedRecipient, writtenTo }: ReadMessage): readonly BouncedDelivery[] {
  const reply = quotedReply(text) ?? wordsAlone(text.trimStart().slice(0, MAX_OPENING))
  const recipient =
    addressIn(failedRecipient ?? '') ??
    addressIn(/\brcpt to: ?<?(\S{3,320})/i.exec(text)?.[1] ?? '') ??
    firstAddressBut(writtenTo, text)
  const delivery: BouncedDelivery = { recipient, remoteServer: null, action: 'failed', reply }
  return failedRecipient !== null || says(delivery) ? [delivery] : []
}
