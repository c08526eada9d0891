import type { Protocol, Security } from '#shared/domain/protocol.ts'
import type { Guide, GuideValue, Label } from '#shared/guides/guide.ts'
import { guideNamed } from '#shared/guides/guides.ts'
import type { ReadableClient } from '#shared/programs/readers/readers.ts'
import type { SettingField, SettingFinding } from '#shared/programs/setting-finding.ts'

/** Where a setting is changed: the way through the menus and the name of the field, or a word in a file. */
export type SettingPlace =
  | { readonly kind: 'menu'; readonly path: readonly Label[]; readonly label: Label | null }
  | { readonly kind: 'file'; readonly word: string }

interface Ways {
  readonly incoming: readonly Label[]
  readonly outgoing: readonly Label[]
}

const THUNDERBIRD: Ways = {
  incoming: [
    { en: '☰' },
    { en: 'Account Settings', de: 'Konten-Einstellungen' },
    { en: 'Server Settings', de: 'Server-Einstellungen' },
  ],
  outgoing: [
    { en: '☰' },
    { en: 'Account Settings', de: 'Konten-Einstellungen' },
    { en: 'Outgoing Server (SMTP)', de: 'Postausgangs-Server (SMTP)' },
    { en: 'Edit', de: 'Bearbeiten' },
  ],
}

const OUTLOOK = [
  { en: 'File', de: 'Datei' },
  { en: 'Account Settings', de: 'Kontoeinstellungen' },
  { en: 'Account Settings', de: 'Kontoeinstellungen' },
  { en: 'Change', de: 'Ändern' },
] as const
const OUTLOOK_MORE = { en: 'More Settings', de: 'Weitere Einstellungen' } as const

const MAILSPRING = [{ en: 'Preferences' }, { en: 'Accounts' }, { en: 'Update Connection Settings' }]
const GNOME = [
  { en: 'Settings', de: 'Einstellungen' },
  { en: 'Online Accounts', de: 'Online-Konten' },
]

const MENUS: Partial<Record<ReadableClient, Ways>> = {
  thunderbird: THUNDERBIRD,
  betterbird: THUNDERBIRD,
  'outlook-classic': { incoming: OUTLOOK, outgoing: OUTLOOK },
  evolution: {
    incoming: [{ en: 'Edit' }, { en: 'Accounts' }, { en: 'Edit' }, { en: 'Receiving Email' }],
    outgoing: [{ en: 'Edit' }, { en: 'Accounts' }, { en: 'Edit' }, { en: 'Sending Email' }],
  },
  kmail: {
    incoming: [{ en: 'Settings' }, { en: 'Configure KMail' }, { en: 'Accounts' }, { en: 'Receiving' }],
    outgoing: [{ en: 'Settings' }, { en: 'Configure KMail' }, { en: 'Accounts' }, { en: 'Sending' }],
  },
  'claws-mail': {
    incoming: [{ en: 'Configuration' }, { en: 'Edit accounts' }, { en: 'Edit' }, { en: 'Receive' }],
    outgoing: [{ en: 'Configuration' }, { en: 'Edit accounts' }, { en: 'Edit' }, { en: 'Send' }],
  },
  mailspring: { incoming: MAILSPRING, outgoing: MAILSPRING },
  'gnome-online-accounts': { incoming: GNOME, outgoing: GNOME },
}

type Words = Partial<Record<SettingField, string>>

const MSMTP: Words = {
  server: 'host',
  port: 'port',
  encryption: 'tls, tls_starttls',
  certificate: 'tls_certcheck',
  authentication: 'auth',
  'user-name': 'user',
  from: 'from',
}
const url = (word: string, user: string, methods: string): Words => ({
  server: word,
  port: word,
  encryption: word,
  certificate: 'ssl_verify_host',
  authentication: methods,
  'user-name': user,
  from: 'from',
})

/** What stands in front of the value in the file, for fetching and for sending. */
const FILES: Partial<Record<ReadableClient, { readonly incoming: Words; readonly outgoing: Words }>> = {
  msmtp: { incoming: {}, outgoing: MSMTP },
  mbsync: {
    incoming: {
      server: 'Host',
      port: 'Port',
      encryption: 'SSLType, TLSType',
      authentication: 'AuthMechs',
      'user-name': 'User',
    },
    outgoing: {},
  },
  offlineimap: {
    incoming: {
      server: 'remotehost',
      port: 'remoteport',
      encryption: 'ssl, starttls',
      certificate: 'sslcacertfile',
      authentication: 'auth_mechanisms',
      'user-name': 'remoteuser',
    },
    outgoing: {},
  },
  neomutt: {
    incoming: url('folder', 'imap_user', 'imap_authenticators'),
    outgoing: url('smtp_url', 'smtp_url', 'smtp_authenticators'),
  },
  aerc: { incoming: url('source', 'source', 'source'), outgoing: url('outgoing', 'outgoing', 'outgoing') },
  himalaya: {
    incoming: {
      server: 'imap.server',
      port: 'imap.server',
      encryption: 'imap.server, imap.starttls',
      authentication: 'imap.sasl',
      'user-name': 'imap.sasl',
    },
    outgoing: {
      server: 'smtp.server',
      port: 'smtp.server',
      encryption: 'smtp.server, smtp.starttls',
      authentication: 'smtp.sasl',
      'user-name': 'smtp.sasl',
    },
  },
  getmail: {
    incoming: {
      server: 'server',
      port: 'port',
      encryption: 'type',
      certificate: 'ca_certs',
      authentication: 'type',
      'user-name': 'username',
    },
    outgoing: {},
  },
  fetchmail: {
    incoming: {
      server: 'poll',
      port: 'service',
      encryption: 'ssl, sslproto',
      certificate: 'sslcertck',
      authentication: 'auth',
      'user-name': 'user',
    },
    outgoing: {},
  },
}

/** The place of a field in a program; `null` where it is not known, and for what is no field. */
export function settingPlace(
  client: ReadableClient,
  { field, protocol }: Pick<SettingFinding, 'field' | 'protocol'>,
): SettingPlace | null {
  if (field === 'network' || field === 'password') return null
  const way = protocol === 'smtp' ? 'outgoing' : 'incoming'
  const word = FILES[client]?.[way][field]
  if (word !== undefined) return { kind: 'file', word }
  const menu = MENUS[client]
  if (menu === undefined) return null
  const more = client === 'outlook-classic' && isBehindMore(field, protocol) ? [OUTLOOK_MORE] : []
  return { kind: 'menu', path: [...menu[way], ...more], label: labelOf(client, field, protocol) }
}

/** Outlook has ports, encryption and the sign-in for sending in a window of its own. */
function isBehindMore(field: SettingField, protocol: Protocol | null): boolean {
  return field === 'port' || field === 'encryption' || (field === 'authentication' && protocol === 'smtp')
}

/** Betterbird has the words of Thunderbird. */
function guideOf(client: ReadableClient): Guide | null {
  return guideNamed(client === 'betterbird' ? 'thunderbird' : client)
}

function labelOf(client: ReadableClient, field: SettingField, protocol: Protocol | null): Label | null {
  const steps = guideOf(client)?.steps ?? []
  if (field === 'authentication') {
    const kinds = client === 'outlook-classic' && protocol === 'smtp' ? ['tick'] : ['choose', 'leave']
    const step = steps.findLast(({ kind }) => kinds.includes(kind))
    return step !== undefined && 'label' in step ? step.label : null
  }
  const value = valueOf(field, protocol)
  const step = steps.find((one) => one.kind === 'enter' && one.value === value)
  return step?.kind === 'enter' ? step.label : null
}

function valueOf(field: SettingField, protocol: Protocol | null): GuideValue | null {
  const prefix = protocol === 'smtp' ? 'smtp' : 'incoming'
  switch (field) {
    case 'server':
      return `${prefix}-host`
    case 'port':
      return `${prefix}-port`
    case 'encryption':
      return `${prefix}-encryption`
    case 'user-name':
      return `${prefix}-user`
    case 'from':
      return 'address'
    default:
      return null
  }
}

const THUNDERBIRD_METHODS: Readonly<Record<string, Label>> = {
  none: { en: 'No authentication', de: 'Keine Authentifizierung' },
  password: { en: 'Normal password', de: 'Passwort, normal' },
  challenge: { en: 'Encrypted password', de: 'Verschlüsseltes Passwort' },
  kerberos: { en: 'Kerberos / GSSAPI' },
  spa: { en: 'NTLM' },
  oauth: { en: 'OAuth2' },
}

/** What the program itself calls a value; `null` where its words are not known. */
export function ownWord(client: ReadableClient, field: SettingField, value: string): Label | null {
  const guide = guideOf(client)
  if (guide === null) return null
  if (field === 'encryption') return guide.encryption[value as Security] ?? null
  return field === 'authentication' && guide.name === 'thunderbird'
    ? (THUNDERBIRD_METHODS[value] ?? null)
    : null
}
