import { fail, ok } from '#shared/outcome.ts'
import { newUserName, type FixForm, type KeySetting, type ServiceFix } from '#shared/programs/fix/fix-form.ts'
import { keyedSections, lineOf, setInSection, type KeyedSection } from '#shared/programs/fix/keyed-section.ts'
import { unquoted } from '#shared/programs/readers/words.ts'

const SSL_TYPES = { tls: 'IMAPS', starttls: 'STARTTLS', 'if-offered': 'STARTTLS', none: 'None' } as const

export const fixMbsync: FixForm = (text, fix) => {
  const sections = keyedSections(text, {
    entry: 'words',
    begins: (line) => {
      const [, kind, name = ''] = /^(\w+)\s*(.*)$/s.exec(line) ?? []
      if (/^(?:imapaccount|imapstore)$/i.test(kind ?? '')) return unquoted(name)
      return /^(?:maildirstore|channel|group)$/i.test(kind ?? '') ? null : undefined
    },
  }).filter(({ lines }) => lines.some(({ key }) => key === 'host'))
  const section = sections.find(({ name }) => name === fix.account.name)
  const isNamedOnce = sections.filter(({ name }) => name === fix.account.name).length === 1
  if (section === undefined || !isNamedOnce) return fail('FIX_FORM')
  if (isElsewhere(section, fix)) return fail('FIX_ELSEWHERE')
  // A token needs a command that gets it, and a plug-in of the system.
  if (fix.wanted.method !== fix.has.method && fix.wanted.method !== 'password') return fail('FIX_VALUE')
  return ok(settingsOf(text, section, fix).map((setting) => setInSection(text, section, setting)))
}

/** A tunnel stands for the server, a command for the user name. */
function isElsewhere(section: KeyedSection, { has, wanted }: ServiceFix): boolean {
  return (
    lineOf(section, ['tunnel']) !== undefined ||
    (wanted.userName !== has.userName && lineOf(section, ['usercmd']) !== undefined)
  )
}

function settingsOf(text: string, section: KeyedSection, fix: ServiceFix): readonly KeySetting[] {
  const { has, wanted } = fix
  const userName = newUserName(fix)
  const line = lineOf(section, ['host'])
  const isUrl = /^"?imaps?:/i.test(line === undefined ? '' : text.slice(line.valueStart, line.valueEnd))
  // The form before 1.2 says both in one word.
  const host = isUrl && wanted.encryption === 'tls' ? `imaps:${wanted.host}` : wanted.host
  return [
    { keys: ['Host'], value: host },
    { keys: ['Port'], value: String(wanted.port) },
    { keys: ['SSLType', 'TLSType'], value: SSL_TYPES[wanted.encryption] },
    ...(userName === null ? [] : [{ keys: ['User'], value: userName } as const]),
    // It takes what the server has.
    ...(wanted.method === has.method ? [] : [{ keys: ['AuthMechs', 'AuthMech'], value: '*' } as const]),
  ]
}
