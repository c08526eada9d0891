import { hasInternationalName } from '#shared/domain/email-address.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { ServerCapabilities } from '#engine/protocols/dialogue.ts'

/** How each service says that it knows letters beyond ASCII in names: RFC 6531, RFC 6855, RFC 6856. */
const OFFERS: Readonly<Record<Protocol, RegExp>> = {
  smtp: /^SMTPUTF8$/,
  imap: /^UTF8=(ACCEPT|ONLY)$/,
  pop3: /^UTF8( |$)/,
}

const ASCII = /^[\x20-\x7e]*$/

/**
 * True when the name of an address would go to a server that does not say it knows such letters. A client
 * that sends puts the address itself on the wire; one that reads needs it only as a user name, maybe a plain
 * one.
 */
export function isNameBeyond(
  { names }: ServerCapabilities,
  { protocol, address, userName }: { protocol: Protocol; address: string; userName: string },
): boolean {
  const isSaid = hasInternationalName(address) && (protocol === 'smtp' || !ASCII.test(userName))
  return isSaid && !names.some((name) => OFFERS[protocol].test(name))
}
