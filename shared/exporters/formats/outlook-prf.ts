import { incomingOf, serviceFor, type FinishedService } from '#shared/domain/finished-setup.ts'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import {
  asksOnce,
  dropsPop3,
  narrows,
  needsBoth,
  refusesTokens,
  warnsOfExceptions,
} from '#shared/exporters/limits.ts'
import { lines } from '#shared/exporters/quoting.ts'

const BY_HAND = { guide: 'outlook-classic' } as const

/** What Outlook calls the kinds of encryption. */
const INCOMING_SSL = { none: 0, tls: 1, starttls: 2 } as const
const SMTP_SECURE = { none: 0, tls: 1, starttls: 2 } as const

/**
 * A profile file for classic Outlook on Windows (`outlook.exe /importprf`). It is appended to the profile that is
 * there, and overwrites nothing. In the octets of Windows' code page, so ASCII alone.
 */
export const outlookPrf: ExportFormat = {
  name: 'outlook-prf',
  program: 'Outlook (classic)',
  fileName: 'mail.prf',
  limits: (setup) => [
    ...needsBoth(setup, BY_HAND),
    ...refusesTokens(setup, BY_HAND),
    ...asksOnce(setup, BY_HAND),
    ...dropsPop3(setup),
    ...warnsOfExceptions(setup),
    narrows('old-format', BY_HAND),
  ],
  carries: (value) => /^[\w.@!#$&'*+/=?^`{|}~\\-]+$/.test(value),
  write: (setup) => {
    const incoming = incomingOf(setup)
    const outgoing = serviceFor(setup, 'smtp')
    if (incoming === null || outgoing === null) throw new Error('a limit has blocked this')
    const isPop3 = incoming.endpoint.protocol === 'pop3'
    const prefix = isPop3 ? 'POP3' : 'IMAP'
    return lines(
      general(),
      ['[Internet Account List]', `Account1=${isPop3 ? 'I_Mail' : 'IMAP_I_Mail'}`, ''],
      ['[Account1]', 'UniqueService=No', `AccountName=${setup.address.ascii}`],
      [`DisplayName=${setup.address.ascii}`, `EmailAddress=${setup.address.ascii}`],
      incomingLines(prefix, incoming),
      outgoingLines(outgoing, incoming),
      // Outlook deletes the mail of a POP3 account from the server unless it is told to leave it.
      isPop3 ? ['LeaveOnServer=0x1'] : null,
      '',
      mapping(prefix),
    ).replaceAll('\n', '\r\n')
  },
}

function general(): readonly string[] {
  return [
    '[General]',
    'Custom=1',
    'DefaultProfile=Yes',
    'OverwriteProfile=Append',
    'ModifyDefaultProfileIfPresent=TRUE',
    '',
    '[Service List]',
    '',
  ]
}

function incomingLines(prefix: string, { endpoint, userName }: FinishedService): readonly string[] {
  return [
    `${prefix}Server=${endpoint.host}`,
    `${prefix}Port=${endpoint.port}`,
    `${prefix}UseSSL=${INCOMING_SSL[endpoint.security]}`,
    `${prefix}UserName=${userName}`,
    `${prefix}UseSPA=0`,
  ]
}

/** `SMTPAuthMethod`: 0 as for incoming mail, 1 with a user name of its own. */
function outgoingLines(
  { endpoint, userName, signIn, slot }: FinishedService,
  incoming: FinishedService,
): readonly string[] {
  const sameSignIn = userName === incoming.userName && slot === incoming.slot
  const own = signIn === 'none' || sameSignIn ? [] : [`SMTPUserName=${userName}`]
  return [
    `SMTPServer=${endpoint.host}`,
    `SMTPPort=${endpoint.port}`,
    `SMTPSecureConnection=${SMTP_SECURE[endpoint.security]}`,
    `SMTPUseAuth=${signIn === 'none' ? 0 : 1}`,
    `SMTPAuthMethod=${own.length === 0 ? 0 : 1}`,
    ...own,
    'SMTPUseSPA=0',
    'ConnectionType=0',
  ]
}

/** Which property of Outlook each line above is: without it the lines mean nothing. */
function mapping(prefix: 'POP3' | 'IMAP'): readonly string[] {
  return [
    prefix === 'POP3' ? '[I_Mail]' : '[IMAP_I_Mail]',
    `AccountType=${prefix}`,
    'AccountName=PT_UNICODE,0x0002',
    'DisplayName=PT_UNICODE,0x000B',
    'EmailAddress=PT_UNICODE,0x000C',
    `${prefix}Server=PT_UNICODE,0x0100`,
    `${prefix}UserName=PT_UNICODE,0x0101`,
    `${prefix}Port=PT_LONG,0x0104`,
    `${prefix}UseSSL=PT_LONG,0x0105`,
    `${prefix}UseSPA=PT_LONG,0x0108`,
    'SMTPServer=PT_UNICODE,0x0200',
    'SMTPPort=PT_LONG,0x0201',
    'SMTPUseAuth=PT_LONG,0x0203',
    'SMTPUserName=PT_UNICODE,0x0204',
    'SMTPUseSPA=PT_LONG,0x0207',
    'SMTPAuthMethod=PT_LONG,0x0208',
    'SMTPSecureConnection=PT_LONG,0x020A',
    'ConnectionType=PT_LONG,0x000F',
    ...(prefix === 'POP3' ? ['LeaveOnServer=PT_LONG,0x1000'] : []),
  ]
}
