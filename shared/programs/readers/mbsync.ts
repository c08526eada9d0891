import { ok, type Outcome } from '#shared/outcome.ts'
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
import { signInByOneOf } from '#shared/programs/readers/mechanism-method.ts'
import { isNo, isYes, settingLines, unquoted } from '#shared/programs/readers/words.ts'

/** `~/.mbsyncrc` of isync: accounts of IMAP, and stores that have a server of their own. */
export function readMbsync(text: string): Outcome<ReadAccounts, SettingsProblem> {
  const sections: { readonly name: string; readonly values: Map<string, string> }[] = []
  const notes: ReadNote[] = []
  let current: Map<string, string> | null = null
  for (const line of settingLines(text)) {
    const [, keyword = '', value = ''] = /^(\S+)\s*(.*)$/s.exec(line) ?? []
    const key = keyword.toLowerCase()
    if (/^(?:imapaccount|imapstore)$/.test(key)) {
      current = new Map()
      sections.push({ name: unquoted(value), values: current })
    } else if (/^(?:maildirstore|channel|group)$/.test(key)) current = null
    else {
      if (/^(?:usercmd|tunnel)$/.test(key) && current !== null) notes.push('command')
      current?.set(key, unquoted(value))
    }
  }
  return ok(
    readAccounts(
      sections.flatMap(({ name, values }) => accountOf(name, values) ?? []),
      notes,
    ),
  )
}

function accountOf(name: string, values: ReadonlyMap<string, string>): ProgramAccount | null {
  const host = values.get('host')
  if (host === undefined) return null
  const [, scheme = '', bare = ''] = /^(?:(imaps?):)?(?:\/\/)?(.*)$/s.exec(host) ?? []
  const encryption = scheme === 'imaps' ? 'tls' : encryptionOf(values)
  const userName = values.get('user') ?? null
  return {
    name,
    address: addressIn(userName ?? undefined),
    services: [
      {
        protocol: 'imap',
        host: bare,
        port: portFrom(values.get('port'), defaultPort('imap', encryption)),
        encryption,
        userName,
        ...signInByOneOf((values.get('authmechs') ?? values.get('authmech') ?? '*').split(/\s+/)),
        certificate: 'checked',
      },
    ],
  }
}

/** `SSLType` became `TLSType` in 1.5; before 1.2 there was a question for each. */
function encryptionOf(values: ReadonlyMap<string, string>): ProgramEncryption {
  const type = (values.get('tlstype') ?? values.get('ssltype') ?? '').toLowerCase()
  if (type === 'imaps' || type === 'none') return type === 'imaps' ? 'tls' : 'none'
  if (isYes(values.get('useimaps'))) return 'tls'
  return isNo(values.get('requiressl')) ? 'if-offered' : 'starttls'
}
