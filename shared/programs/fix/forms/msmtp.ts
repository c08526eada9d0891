import { fail, ok } from '#shared/outcome.ts'
import { newUserName, type FixForm, type KeySetting, type ServiceFix } from '#shared/programs/fix/fix-form.ts'
import { keyedSections, setInSection, type SectionGrammar } from '#shared/programs/fix/keyed-section.ts'

const GRAMMAR: SectionGrammar = {
  entry: 'words',
  begins: (line) => {
    if (/^defaults\b/i.test(line)) return null
    return /^account\s*=?\s*([^:]*)/i.exec(line)?.[1]?.trim()
  },
}

/**
 * What an account has from the defaults, or from another account, is said once more in its own section: there it goes
 * before both, and the other accounts keep what they have. `passwordeval` and `password` are never touched.
 */
export const fixMsmtp: FixForm = (text, fix) => {
  const section = keyedSections(text, GRAMMAR).findLast(({ name }) => name === fix.account.name)
  // What a command would say here is not known.
  if (/^[^\S\r\n]*eval\b/im.test(text)) return fail('FIX_ELSEWHERE')
  if (section === undefined) return fail('FIX_FORM')
  const settings = settingsOf(fix)
  return settings === null
    ? fail('FIX_VALUE')
    : ok(settings.map((setting) => setInSection(text, section, setting)))
}

function settingsOf(fix: ServiceFix): readonly KeySetting[] | null {
  const { has, wanted } = fix
  const userName = newUserName(fix)
  const auth = wanted.method === has.method ? undefined : AUTH[wanted.method]
  // A token needs a command that gets it.
  if (auth === null) return null
  return [
    { keys: ['host'], value: wanted.host },
    { keys: ['port'], value: String(wanted.port) },
    { keys: ['tls'], value: wanted.encryption === 'none' ? 'off' : 'on' },
    { keys: ['tls_starttls'], value: wanted.encryption === 'starttls' ? 'on' : 'off' },
    ...(wanted.certificate === 'checked' ? [{ keys: ['tls_certcheck'], value: 'on' } as const] : []),
    ...(auth === undefined ? [] : [{ keys: ['auth'], value: auth } as const]),
    ...(userName === null ? [] : [{ keys: ['user'], value: userName } as const]),
  ]
}

const AUTH: Readonly<Record<ServiceFix['wanted']['method'], string | null>> = {
  password: 'on',
  any: 'on',
  none: 'off',
  challenge: null,
  spa: null,
  kerberos: null,
  certificate: null,
  oauth: null,
}
