import {
  incomingOf,
  serviceFor,
  type FinishedService,
  type FinishedSetup,
} from '#shared/domain/finished-setup.ts'
import { dropsPop3, needsBoth, warnsOfExceptions, type ExportLimit } from '#shared/exporters/limits.ts'
import { signsInElsewhere } from '#shared/exporters/thunderbird-sign-in.ts'
import { isVisibleLine } from '#shared/exporters/quoting.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { freeKeys, listIn, type FreeKeys, type Settings } from '#shared/programs/thunderbird/free-keys.ts'
import type { PrefValue } from '#shared/programs/thunderbird/prefs.ts'

/** What Thunderbird cannot be told of a setup, and what it has to know. */
export function profileLimits(setup: FinishedSetup): readonly ExportLimit[] {
  return [
    ...needsBoth(setup, { guide: 'thunderbird' }),
    ...signsInElsewhere(setup),
    ...dropsPop3(setup),
    ...warnsOfExceptions(setup),
  ]
}

export type AddProblem = 'CFG_FORMAT' | 'FILE_VALUE' | 'PROFILE_HAS_ACCOUNT'

type Changes = readonly (readonly [string, PrefValue])[]

/**
 * The settings that make one more account, as Thunderbird's own dialogue writes them: with numbers that are free in this
 * profile, and as the default only where there is none. There is no password among them: Thunderbird asks for it.
 */
export function addedAccount(
  settings: Settings,
  setup: FinishedSetup,
): Outcome<ReadonlyMap<string, PrefValue>, AddProblem> {
  const incoming = incomingOf(setup)
  const outgoing = serviceFor(setup, 'smtp')
  const isBlocked = profileLimits(setup).some(({ weight }) => weight === 'blocks')
  if (incoming === null || outgoing === null || isBlocked) return fail('CFG_FORMAT')
  if (![setup.address.ascii, incoming.userName, outgoing.userName].every(isVisibleLine))
    return fail('FILE_VALUE')
  if (hasServer(settings, incoming)) return fail('PROFILE_HAS_ACCOUNT')
  const keys = freeKeys(settings)
  return ok(
    new Map<string, PrefValue>([
      ...accountSettings(settings, keys),
      ...serverSettings(incoming, keys, setup.address.ascii),
      ...smtpSettings(outgoing, keys, setup.address.ascii),
      ...listSettings(settings, keys),
    ]),
  )
}

/** Thunderbird has no second account of a kind with the same server and user name. */
function hasServer(settings: Settings, { endpoint, userName }: FinishedService): boolean {
  const textAt = (name: string) => String(settings.get(name) ?? '').toLowerCase()
  return [...settings.keys()].some((name) => {
    const [, server] = /^(mail\.server\.server\d+\.)hostname$/.exec(name) ?? []
    return (
      server !== undefined &&
      textAt(name) === endpoint.host &&
      textAt(`${server}userName`) === userName.toLowerCase() &&
      textAt(`${server}type`) === endpoint.protocol
    )
  })
}

function accountSettings(
  settings: Settings,
  { account, accountNumber, server, identity, smtp }: FreeKeys,
): Changes {
  return [
    ['mail.account.lastKey', accountNumber],
    [`mail.account.${account}.identities`, identity],
    [`mail.account.${account}.server`, server],
    [`mail.identity.${identity}.smtpServer`, smtp],
    [`mail.identity.${identity}.valid`, true],
    ...(settings.has('mail.accountmanager.defaultaccount')
      ? []
      : [['mail.accountmanager.defaultaccount', account] as const]),
    ...(settings.has('mail.smtp.defaultserver') ? [] : [['mail.smtp.defaultserver', smtp] as const]),
  ]
}

/** nsMsgSocketType and nsMsgAuthMethod of Thunderbird. */
const SOCKET_TYPES = { none: 0, starttls: 2, tls: 3 } as const
const AUTH_METHODS = { none: 1, password: 3, token: 10 } as const

function serverSettings(
  { endpoint, userName, signIn }: FinishedService,
  { server, identity }: FreeKeys,
  address: string,
): Changes {
  const prefix = `mail.server.${server}`
  return [
    [`mail.identity.${identity}.useremail`, address],
    [`${prefix}.type`, endpoint.protocol],
    [`${prefix}.hostname`, endpoint.host],
    [`${prefix}.port`, endpoint.port],
    [`${prefix}.socketType`, SOCKET_TYPES[endpoint.security]],
    [`${prefix}.userName`, userName],
    [`${prefix}.authMethod`, AUTH_METHODS[signIn]],
    [`${prefix}.name`, address],
    [`${prefix}.check_new_mail`, true],
    [`${prefix}.login_at_startup`, true],
    // Without it POP3 takes the mail away from every other program.
    ...(endpoint.protocol === 'pop3' ? [[`${prefix}.leave_on_server`, true] as const] : []),
  ]
}

function smtpSettings(
  { endpoint, userName, signIn }: FinishedService,
  { smtp }: FreeKeys,
  address: string,
): Changes {
  const prefix = `mail.smtpserver.${smtp}`
  return [
    [`${prefix}.type`, 'smtp'],
    [`${prefix}.hostname`, endpoint.host],
    [`${prefix}.port`, endpoint.port],
    [`${prefix}.try_ssl`, SOCKET_TYPES[endpoint.security]],
    [`${prefix}.authMethod`, AUTH_METHODS[signIn]],
    ...(signIn === 'none' ? [] : [[`${prefix}.username`, userName] as const]),
    [`${prefix}.description`, address],
  ]
}

function listSettings(settings: Settings, { account, smtp }: FreeKeys): Changes {
  const withOne = (name: string, key: string) => [name, [...listIn(settings, name), key].join(',')] as const
  return [withOne('mail.accountmanager.accounts', account), withOne('mail.smtpservers', smtp)]
}
