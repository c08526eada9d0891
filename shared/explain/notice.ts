import type { BouncedDelivery } from '#shared/explain/bounce.ts'
import { addressIn, hostIn } from '#shared/explain/delivery-status.ts'
import { quotedReply } from '#shared/explain/quoted-reply.ts'
import { quotedWords, type ServerReply } from '#shared/domain/server-reply.ts'
import { harmless } from '#shared/text/server-text.ts'

/** SECURITY: JSON from another system: every field is looked at before it is used. */
type Fields = Readonly<Record<string, unknown>>

const MAX_RECIPIENTS = 100

/**
 * What Amazon SES tells by notification, bare or in the envelope of its message service
 * (https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html). Empty for any other text.
 */
export function readNotice(text: string): readonly BouncedDelivery[] {
  const outer = fieldsIn(text)
  const notice = typeof outer?.['Message'] === 'string' ? fieldsIn(outer['Message']) : outer
  if (notice === null) return []
  const kind = textOf(notice['notificationType'] ?? notice['eventType'])
  const told = asFields(notice['bounce'] ?? notice['deliveryDelay'])
  if (told === null) return []
  const recipients: unknown = told['bouncedRecipients'] ?? told['delayedRecipients']
  return (Array.isArray(recipients) ? recipients.slice(0, MAX_RECIPIENTS) : []).flatMap((entry: unknown) => {
    const fields = asFields(entry)
    return fields === null ? [] : [deliveryOf(fields, told, kind === 'DeliveryDelay')]
  })
}

function deliveryOf(fields: Fields, told: Fields, isDelayed: boolean): BouncedDelivery {
  return {
    recipient: addressIn(textOf(fields['emailAddress'])),
    remoteServer: hostIn(textOf(told['remoteMtaName'])),
    action: isDelayed || textOf(fields['action']) === 'delayed' ? 'delayed' : 'failed',
    reply: replyOf(textOf(fields['diagnosticCode']), textOf(fields['status']), told),
  }
}

/** Without a diagnosis the kinds of SES are left, such as `MailboxFull` and `MessageTooLarge`. */
function replyOf(diagnosis: string, status: string, told: Fields): ServerReply {
  const said = quotedReply(diagnosis.replace(/^[\w-]{1,20};\s{0,4}/, ''))
  if (said !== null) return said
  const kind = textOf(told['bounceSubType'] ?? told['delayType']).replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
  return quotedWords(
    /^[245]\.\d\.\d{1,3}$/.test(status) ? status : null,
    harmless(diagnosis === '' ? kind : diagnosis, 1_200),
  )
}

function fieldsIn(text: string): Fields | null {
  if (!/^\s{0,20}\{/.test(text)) return null
  try {
    return asFields(JSON.parse(text))
  } catch {
    return null
  }
}

function asFields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 4_000) : ''
}
