import type { Protocol } from '#shared/domain/protocol.ts'

export type LineName = 'SMTP 465' | 'SMTP 587' | 'IMAP 993' | 'IMAP 143' | 'POP3 995' | 'POP3 110'

/** One protocol with one kind of encryption: what is measured. */
export interface Line {
  readonly name: LineName
  readonly protocol: Protocol
  readonly security: 'tls' | 'starttls'
  /** The registered port. Where the server really listens is another matter. */
  readonly port: number
}

export const LINES: readonly Line[] = [
  { name: 'SMTP 465', protocol: 'smtp', security: 'tls', port: 465 },
  { name: 'SMTP 587', protocol: 'smtp', security: 'starttls', port: 587 },
  { name: 'IMAP 993', protocol: 'imap', security: 'tls', port: 993 },
  { name: 'IMAP 143', protocol: 'imap', security: 'starttls', port: 143 },
  { name: 'POP3 995', protocol: 'pop3', security: 'tls', port: 995 },
  { name: 'POP3 110', protocol: 'pop3', security: 'starttls', port: 110 },
]

export function lineBy(name: LineName): Line {
  const line = LINES.find((one) => one.name === name)
  if (line === undefined) throw new Error(`no line is called ${name}`)
  return line
}
