import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { fixedUrl } from '#shared/programs/fix/fixed-url.ts'
import { newUserName, type FixForm, type ServiceFix } from '#shared/programs/fix/fix-form.ts'
import type { FixProblem } from '#shared/programs/fix/fix-problem.ts'
import { lineOf, replaceValue, setInSection, type KeyedSection } from '#shared/programs/fix/keyed-section.ts'
import { iniSections } from '#shared/programs/fix/forms/ini-section.ts'
import { defaultPort } from '#shared/programs/program-account.ts'

/** One URL for each way. The commands that get the passwords stay. */
export const fixAerc: FixForm = (text, fix) => {
  const section = iniSections(text).find(({ name }) => name === fix.account.name)
  const { wanted } = fix
  const line = section === undefined ? undefined : lineOf(section, [wordOf(fix)])
  if (section === undefined || line === undefined) return fail('FIX_FORM')
  const url = text.slice(line.valueStart, line.valueEnd)
  const scheme = schemeOf(url, section, fix)
  if (!scheme.ok) return scheme
  const { host, port } = wanted
  const userName = wanted.method === 'none' ? null : newUserName(fix)
  const changed = fixedUrl(
    url,
    { scheme: scheme.value, host, port, userName },
    defaultPort(wanted.protocol, wanted.encryption),
  )
  if (changed === null) return fail('FIX_FORM')
  return ok([
    replaceValue(text, line, changed),
    ...(wanted.protocol === 'smtp' && wanted.encryption === 'starttls'
      ? // Until 0.14 `smtp` alone means no encryption.
        [{ ...setInSection(text, section, { keys: ['smtp-starttls'], value: 'yes' }), isKept: true as const }]
      : []),
  ])
}

function wordOf({ wanted }: ServiceFix): 'outgoing' | 'source' {
  return wanted.protocol === 'smtp' ? 'outgoing' : 'source'
}

function schemeOf(
  url: string,
  section: KeyedSection,
  { has, wanted }: ServiceFix,
): Outcome<string, FixProblem> {
  const base = wanted.protocol === 'smtp' ? 'smtp' : 'imap'
  const [, ...flags] = /^([^:]*):/.exec(url)?.[1]?.toLowerCase().split('+') ?? []
  const mechanisms = flags.filter((flag) => flag !== 'insecure')
  if (wanted.method !== has.method) {
    // It does not ask for a password: one has to come from somewhere, and a token from somewhere else.
    const word = wanted.protocol === 'smtp' ? 'outgoing-cred-cmd' : 'source-cred-cmd'
    const hasPassword = lineOf(section, [word]) !== undefined || /:\/\/[^/]*:[^/]*@/.test(url)
    if (wanted.method !== 'password' || !hasPassword) return fail('FIX_VALUE')
    mechanisms.length = 0
  }
  const first = wanted.encryption === 'tls' ? `${base}s` : base
  const isPlain = wanted.encryption === 'none' ? ['insecure'] : []
  return ok([first, ...isPlain, ...mechanisms].join('+'))
}
