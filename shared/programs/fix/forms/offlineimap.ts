import { fail } from '#shared/outcome.ts'
import { newUserName, type FixForm, type KeySetting, type ServiceFix } from '#shared/programs/fix/fix-form.ts'
import { lineOf, type KeyedSection } from '#shared/programs/fix/keyed-section.ts'
import { iniSections, setIniValues } from '#shared/programs/fix/forms/ini-section.ts'

/** The repository of the account. It goes on in clear where the server has no STARTTLS, so that is never written. */
export const fixOfflineimap: FixForm = (text, fix) => {
  const sections = iniSections(text)
  const named = (name: string) => sections.findLast((section) => section.name === name)
  const account = sections.findLast(({ name }) => /^Account\s+(.+)$/.exec(name)?.[1] === fix.account.name)
  const remote = account === undefined ? undefined : lineOf(account, ['remoterepository'])
  const section =
    remote === undefined ? undefined : named(`Repository ${text.slice(remote.valueStart, remote.valueEnd)}`)
  if (section === undefined) return fail('FIX_FORM')
  if (isElsewhere(section, fix)) return fail('FIX_ELSEWHERE')
  const { has, wanted } = fix
  if (wanted.encryption === 'starttls' || wanted.encryption === 'if-offered') return fail('FIX_VALUE')
  if (wanted.method !== has.method && wanted.method !== 'password') return fail('FIX_VALUE')
  return setIniValues(text, section, settingsOf(fix))
}

const COMMANDS = ['remotehosteval', 'remoteusereval', 'remoteporteval'] as const

function isElsewhere(section: KeyedSection, { has, wanted }: ServiceFix): boolean {
  const changes = [wanted.host !== has.host, wanted.userName !== has.userName, wanted.port !== has.port]
  return COMMANDS.some((key, at) => changes[at] === true && lineOf(section, [key]) !== undefined)
}

function settingsOf(fix: ServiceFix): readonly KeySetting[] {
  const { has, wanted } = fix
  const userName = newUserName(fix)
  return [
    { keys: ['remotehost'], value: wanted.host },
    { keys: ['remoteport'], value: String(wanted.port) },
    { keys: ['ssl'], value: wanted.encryption === 'tls' ? 'yes' : 'no' },
    // Without the authorities it verifies no certificate.
    { keys: ['sslcacertfile'], value: 'OS-DEFAULT' },
    // A percent sign begins the name of another option.
    ...(userName === null ? [] : [{ keys: ['remoteuser'], value: userName.replaceAll('%', '%%') } as const]),
    ...(wanted.method === has.method ? [] : [{ keys: ['auth_mechanisms'], value: 'PLAIN,LOGIN' } as const]),
  ]
}
