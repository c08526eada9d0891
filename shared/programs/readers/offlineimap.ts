import { ok, type Outcome } from '#shared/outcome.ts'
import { parseIni } from '#shared/programs/ini.ts'
import {
  addressIn,
  defaultPort,
  portFrom,
  readAccounts,
  type ProgramAccount,
  type ProgramEncryption,
  type ReadAccounts,
  type ReadNote,
  type SettingsProblem,
} from '#shared/programs/program-account.ts'
import { methodOf } from '#shared/programs/readers/mechanism-method.ts'
import { isNo } from '#shared/programs/readers/words.ts'

type Entries = ReadonlyMap<string, string>

/** `~/.offlineimaprc`: every repository with a server of IMAP, under the name of its account. */
export function readOfflineimap(text: string): Outcome<ReadAccounts, SettingsProblem> {
  const sections = new Map(parseIni(text).map(({ name, entries }) => [name, entries]))
  const notes = new Set<ReadNote>()
  const accounts = [...sections].flatMap(([section, entries]): readonly ProgramAccount[] => {
    const name = /^Account\s+(.+)$/.exec(section)?.[1]
    const repository = sections.get(`Repository ${entries.get('remoterepository') ?? ''}`)
    if (name === undefined || repository === undefined) return []
    if ([...repository.keys()].some((key) => key.endsWith('eval'))) notes.add('command')
    const account = accountOf(name, repository)
    return account === null ? [] : [account]
  })
  return ok(readAccounts(accounts, [...notes]))
}

function accountOf(name: string, entries: Entries): ProgramAccount | null {
  const host = entries.get('remotehost') ?? (entries.get('type') === 'Gmail' ? 'imap.gmail.com' : undefined)
  if (host === undefined) return null
  const encryption = encryptionOf(entries)
  const userName = entries.get('remoteuser')?.replaceAll('%%', '%') ?? null
  return {
    name,
    address: addressIn(userName ?? undefined),
    services: [
      {
        protocol: 'imap',
        host: host.replaceAll('%%', '%'),
        port: portFrom(entries.get('remoteport'), defaultPort('imap', encryption)),
        encryption,
        userName,
        method: methodOf((entries.get('auth_mechanisms') ?? '').split(',')[0] ?? ''),
        certificate: isChecked(encryption, entries) ? 'checked' : 'unchecked',
      },
    ],
  }
}

/** Without the authorities or a fingerprint it verifies no certificate. */
function isChecked(encryption: ProgramEncryption, entries: Entries): boolean {
  return encryption === 'none' || entries.has('sslcacertfile') || entries.has('cert_fingerprint')
}

/** Both are on where nothing is said; STARTTLS goes on in clear where the server does not offer it. */
function encryptionOf(entries: Entries): ProgramEncryption {
  if (!isNo(entries.get('ssl'))) return 'tls'
  return isNo(entries.get('starttls')) ? 'none' : 'if-offered'
}
