import { hasAdministrator } from '#shared/catalogue/administrators.ts'
import { providerByDomain } from '#shared/catalogue/look-up.ts'
import type { HttpsUrl } from '#shared/catalogue/provider.ts'
import type { Code } from '#shared/finding/codes.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { graphFilter, powerShellText } from '#shared/report/power-shell.ts'

/** Whom a change is for. */
export interface RemedyTarget {
  readonly address: string
  readonly userName: string
  readonly protocol: Protocol
}

/** One command of an admin, and what it is for. */
export interface RemedyCommand {
  readonly use: 'this-mailbox' | 'organisation' | 'after-browser-sign-in' | 'show'
  /** `null` where address or user name cannot stand in a command. */
  readonly line: string | null
}

export const REMEDY_IDS = [
  'smtp-tenant',
  'smtp-mailbox',
  'security-defaults',
  'conditional-access',
  'basic-disabled',
  'protocol-disabled',
  'send-as',
  'direct-send',
  'google-protocol-disabled',
] as const

export type RemedyId = (typeof REMEDY_IDS)[number]
type Platform = 'microsoft' | 'google'

/** What an admin can change: the words are `remedy.<id>.…`, here is what is the same in every language. */
export interface Remedy {
  readonly id: RemedyId
  readonly code: Code
  readonly at: Platform
  readonly page: { readonly name: string; readonly url: HttpsUrl }
  /** The shell the commands are for. */
  readonly shell: string | null
  /** The safer one first. */
  readonly commands: (target: RemedyTarget) => readonly RemedyCommand[]
}

const EXCHANGE_CENTER = {
  name: 'Exchange admin center',
  url: 'https://admin.exchange.microsoft.com/',
} as const
const USERS = { name: 'Microsoft 365 admin center', url: 'https://admin.microsoft.com/' } as const
const ENTRA = { name: 'Microsoft Entra admin center', url: 'https://entra.microsoft.com/' } as const
const GOOGLE = {
  name: 'Google Admin console',
  url: 'https://admin.google.com/ac/apps/gmail/enduseraccess',
} as const
const EXCHANGE_SHELL = 'Exchange Online PowerShell'

/** The switch of a mailbox for each service; the one for sending is a "disabled" that has to be false. */
const SWITCHES: Readonly<Record<Protocol, string>> = {
  imap: '-ImapEnabled $true',
  pop3: '-PopEnabled $true',
  smtp: '-SmtpClientAuthenticationDisabled $false',
}

function openMailbox(
  { address, protocol }: Pick<RemedyTarget, 'address' | 'protocol'>,
  use: RemedyCommand['use'],
): RemedyCommand {
  const identity = powerShellText(address)
  return { use, line: identity && `Set-CASMailbox -Identity ${identity} ${SWITCHES[protocol]}` }
}

/** Every cause an admin can remove with a switch we can name. A new one is an entry here and its words. */
export const REMEDIES: readonly Remedy[] = [
  {
    id: 'smtp-tenant',
    code: 'AUTH_SMTP_DISABLED_TENANT',
    at: 'microsoft',
    page: EXCHANGE_CENTER,
    shell: EXCHANGE_SHELL,
    // The switch of the mailbox overrides the one of the organisation.
    commands: ({ address }) => [
      openMailbox({ address, protocol: 'smtp' }, 'this-mailbox'),
      { use: 'organisation', line: 'Set-TransportConfig -SmtpClientAuthenticationDisabled $false' },
    ],
  },
  {
    id: 'smtp-mailbox',
    code: 'AUTH_SMTP_DISABLED_MAILBOX',
    at: 'microsoft',
    page: USERS,
    shell: EXCHANGE_SHELL,
    commands: ({ address }) => [openMailbox({ address, protocol: 'smtp' }, 'this-mailbox')],
  },
  {
    id: 'security-defaults',
    code: 'AUTH_SECURITY_DEFAULTS',
    at: 'microsoft',
    page: ENTRA,
    shell: EXCHANGE_SHELL,
    commands: (target) => [openMailbox(target, 'after-browser-sign-in')],
  },
  {
    id: 'conditional-access',
    code: 'AUTH_CONDITIONAL_ACCESS',
    at: 'microsoft',
    page: ENTRA,
    shell: 'Microsoft Graph PowerShell',
    commands: ({ userName }) => {
      const filter = graphFilter('userPrincipalName', userName)
      return [{ use: 'show', line: filter && `Get-MgAuditLogSignIn -Filter ${filter} -Top 10` }]
    },
  },
  {
    id: 'basic-disabled',
    code: 'AUTH_BASIC_DISABLED',
    at: 'microsoft',
    page: ENTRA,
    shell: EXCHANGE_SHELL,
    commands: (target) => [openMailbox(target, 'after-browser-sign-in')],
  },
  {
    id: 'protocol-disabled',
    code: 'AUTH_PROTOCOL_DISABLED',
    at: 'microsoft',
    page: USERS,
    shell: EXCHANGE_SHELL,
    commands: (target) => [openMailbox(target, 'this-mailbox')],
  },
  {
    id: 'send-as',
    code: 'SEND_AS_DENIED',
    at: 'microsoft',
    page: EXCHANGE_CENTER,
    shell: EXCHANGE_SHELL,
    commands: ({ address, userName }) => {
      const [identity, trustee] = [powerShellText(address), powerShellText(userName)]
      const line =
        identity && trustee && address !== userName
          ? `Add-RecipientPermission -Identity ${identity} -Trustee ${trustee} -AccessRights SendAs`
          : null
      return [{ use: 'this-mailbox', line }]
    },
  },
  {
    id: 'direct-send',
    code: 'SEND_DIRECT_REFUSED',
    at: 'microsoft',
    page: EXCHANGE_CENTER,
    shell: EXCHANGE_SHELL,
    // The connector is the narrow way; it needs what only the organisation knows.
    commands: () => [{ use: 'organisation', line: 'Set-OrganizationConfig -RejectDirectSend $false' }],
  },
  {
    id: 'google-protocol-disabled',
    code: 'AUTH_PROTOCOL_DISABLED',
    at: 'google',
    page: GOOGLE,
    shell: null,
    commands: () => [],
  },
]

/** Causes that only Microsoft has names for, whatever the name of the server. */
const MICROSOFT_ALONE: ReadonlySet<Code> = new Set<Code>([
  'AUTH_SMTP_DISABLED_TENANT',
  'AUTH_SMTP_DISABLED_MAILBOX',
  'AUTH_SECURITY_DEFAULTS',
  'AUTH_CONDITIONAL_ACCESS',
  'SEND_DIRECT_REFUSED',
])

/** What the administrator of this account can change, `null` where it is not known. */
export function remedyFor(code: Code, host: string, address: string): Remedy | null {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  if (!hasAdministrator(providerByDomain(domain)?.id ?? null)) return null
  const platform = platformOf(host) ?? (MICROSOFT_ALONE.has(code) ? 'microsoft' : null)
  return REMEDIES.find((remedy) => remedy.code === code && remedy.at === platform) ?? null
}

/** The cloud in China has pages of its own, which we do not know. */
function platformOf(host: string): Platform | 'elsewhere' | null {
  if (/(^|\.)(office365|outlook)\.com$/.test(host)) return 'microsoft'
  if (/(^|\.)(gmail|googlemail)\.com$/.test(host)) return 'google'
  return host.endsWith('.cn') ? 'elsewhere' : null
}
