import type { BouncedDelivery, DeliveryAction } from '#shared/explain/bounce.ts'
import { quotedReply } from '#shared/explain/quoted-reply.ts'
import { parseEnhancedStatus } from '#shared/replies/enhanced-status.ts'
import { isMailboxReply, quotedWords, type ServerReply } from '#shared/domain/server-reply.ts'
import { harmless } from '#shared/text/server-text.ts'

const MAX_RECIPIENTS = 100
const MAX_FIELD = 4_000
const ACTIONS: readonly DeliveryAction[] = ['failed', 'delayed', 'delivered', 'relayed', 'expanded']

type Fields = ReadonlyMap<string, string>

/**
 * The recipients of a delivery status (RFC 3464), each with what became of it. It takes any text, because people
 * paste these fields without the message around them; groups without a recipient are passed over.
 */
export function parseDeliveryStatus(text: string): readonly BouncedDelivery[] {
  return groups(text)
    .filter((fields) => fields.has('final-recipient') || fields.has('original-recipient'))
    .slice(0, MAX_RECIPIENTS)
    .map(deliveryOf)
}

/** Fields with their continuation lines, one map for each paragraph. */
function groups(text: string): readonly Fields[] {
  const all: Map<string, string>[] = [new Map()]
  let current = ''
  for (const line of text.split('\n')) {
    const fields = all.at(-1)
    if (line.trim() === '') {
      if (fields !== undefined && fields.size > 0) all.push(new Map())
      current = ''
    } else if (/^[ \t]/.test(line)) {
      const value = fields?.get(current)
      if (value !== undefined && value.length < MAX_FIELD)
        fields?.set(current, `${value} ${line.trim().slice(0, MAX_FIELD)}`)
    } else {
      const [, name, value = ''] =
        /^([A-Za-z][A-Za-z0-9-]{0,60}):\s{0,4}(.*)$/.exec(line.slice(0, MAX_FIELD)) ?? []
      current = name?.toLowerCase() ?? ''
      if (current !== '' && fields?.has(current) === false) fields.set(current, value)
    }
  }
  return all
}

function deliveryOf(fields: Fields): BouncedDelivery {
  const action = fields.get('action')?.trim().toLowerCase() ?? ''
  return {
    recipient:
      addressIn(fields.get('original-recipient') ?? '') ?? addressIn(fields.get('final-recipient') ?? ''),
    remoteServer: hostIn(fields.get('remote-mta') ?? ''),
    action: ACTIONS.find((known) => action.startsWith(known)) ?? 'failed',
    reply: replyOf(fields),
  }
}

/** The words of the server, completed by the status field, which some write only there. */
function replyOf(fields: Fields): ServerReply | null {
  const diagnostic = withoutType(fields.get('diagnostic-code') ?? '')
  const status = /^\s*([245]\.\d\.\d{1,3})/.exec(fields.get('status') ?? '')?.[1] ?? null
  const said = diagnostic === '' ? null : quotedReply(diagnostic)
  if (said !== null)
    return isMailboxReply(said) ? said : { ...said, enhanced: said.enhanced ?? meaningful(status) }
  if (diagnostic === '' && status === null) return null
  return quotedWords(status, harmless(diagnostic, 1_200))
}

/** `5.0.0` says nothing, and must not hide that nothing is known. */
function meaningful(status: string | null): string | null {
  return parseEnhancedStatus(status)?.detail === '0.0' ? null : status
}

/** `rfc822; anna@example.org`: the part before the semicolon says of what kind the rest is. */
function withoutType(value: string): string {
  return value.replace(/^[\w-]{1,20};\s{0,4}/, '').trim()
}

export function addressIn(value: string): string | null {
  const address = /[^\s<>()";,:]{1,64}@[^\s<>()";,:]{1,255}/.exec(withoutType(value))?.[0]
  return address === undefined ? null : harmless(address.replace(/[.']+$/, ''))
}

export function hostIn(value: string): string | null {
  const host = /(?:[\w-]{1,63}\.){1,10}[a-z][a-z0-9-]{1,62}/i.exec(withoutType(value))?.[0]
  return host === undefined ? null : host.toLowerCase()
}
