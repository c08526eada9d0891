import type { ProgramCode } from '#shared/explain/programs/program-error.ts'

/**
 * The numbers of Outlook, of its smaller brothers and of Windows below them, without the leading `0x`. Those about
 * files, folders and add-ins are not here: they say nothing about an account.
 */
const NUMBERS: Readonly<Partial<Record<ProgramCode, readonly string[]>>> = {
  NET_DNS_NONE: ['800CCC0D', '800408FC', '80072EE7', '80072AF9'],
  NET_OFFLINE: ['800CCC05', '800CCC40', '80040115'],
  NET_REFUSED: ['8007274D'],
  NET_TIMEOUT: ['800CCC19', '8004210A', '8004210B', '80072EE2', '8007274C'],
  NET_UNREACHABLE: ['800CCC0E', '800CCC15', '80042108', '80042109', '8004011D', '80072EFD'],
  NET_RESET: ['800CCC0F', '800CCC12', '800CCC13', '800CCCD8', '800CCCDD', '80072EFE', '80072746'],
  TLS_NAME: ['800CCC01', '800B010F', '80090322'],
  TLS_UNTRUSTED: ['800B0109', '80090325'],
  TLS_EXPIRED: ['800CCC02', '800B0101', '80090328', '80072F8F'],
  TLS_OLD: ['80090331'],
  TLS_HANDSHAKE: ['800CCC1A', '80090326'],
  TLS_NOT_TLS: ['80090308'],
  STARTTLS_MISSING: ['800CCC7D'],
  PROTO_WRONG_SERVICE: ['800CCCD5'],
  PROTO_GARBAGE: ['800CCC60', '800CCC61', '800CCC90', '800CCC93', '800CCCD3', '800CCCD4', '800CCCDA'],
  AUTH_REJECTED: ['800CCC18', '800CCC16', '800CCC91', '800CCC92', '800CCCD1', '800CCCDF'],
  AUTH_MECHANISM: ['800CCC80', '800CCCE0'],
  SERVER_BUSY: ['800CCC0B', '800CCC67', '800CCC68', '800CCC6A', '800CCC6C'],
  SEND_SENDER_UNKNOWN: ['800CCC78'],
  SEND_RELAY_DENIED: ['800CCC79'],
  SEND_RECIPIENT_UNKNOWN: ['800CCC10', '800CCC69'],
  SEND_MAILBOX_FULL: ['800CCC6D'],
}

const NUMBER = /\b0[x\u00d7](8[0-9A-F]{7})\b/gi

/** What the first known number in a text means. */
export function meaningOfNumber(text: string): ProgramCode | null {
  for (const [, number = ''] of text.matchAll(NUMBER)) {
    const found = Object.entries(NUMBERS).find(([, numbers]) => numbers.includes(number.toUpperCase()))
    if (found !== undefined) return found[0] as ProgramCode
  }
  return null
}
