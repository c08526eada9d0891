import { fail } from '#shared/outcome.ts'
import { DEBIAN_AUTHORITIES } from '#shared/exporters/formats/getmail.ts'
import { newUserName, type FixForm, type KeySetting, type ServiceFix } from '#shared/programs/fix/fix-form.ts'
import { iniSections, setIniValues } from '#shared/programs/fix/forms/ini-section.ts'

/** It has no STARTTLS. */
export const fixGetmail: FixForm = (text, fix) => {
  const section = iniSections(text).find(({ name }) => name === 'retriever')
  const { has, wanted } = fix
  if (section === undefined) return fail('FIX_FORM')
  if (wanted.encryption === 'starttls' || wanted.encryption === 'if-offered') return fail('FIX_VALUE')
  if (wanted.method !== has.method && wanted.method !== 'password') return fail('FIX_VALUE')
  return setIniValues(text, section, settingsOf(text, fix))
}

function settingsOf(text: string, fix: ServiceFix): readonly KeySetting[] {
  const { has, wanted } = fix
  const userName = newUserName(fix)
  const [, prefix = 'Simple'] =
    /^type\s*=\s*([A-Za-z]*?)(?:IMAP|POP3)(?:SSL)?Retriever\s*$/im.exec(text) ?? []
  const kind = wanted.protocol === 'imap' ? 'IMAP' : 'POP3'
  return [
    { keys: ['type'], value: `${prefix}${kind}${wanted.encryption === 'tls' ? 'SSL' : ''}Retriever` },
    { keys: ['server'], value: wanted.host },
    { keys: ['port'], value: String(wanted.port) },
    ...(userName === null ? [] : [{ keys: ['username'], value: userName } as const]),
    // Without the authorities it verifies no certificate.
    { keys: ['ca_certs'], value: DEBIAN_AUTHORITIES },
    ...(wanted.method === has.method
      ? []
      : OTHER_WAYS.map((key): KeySetting => ({ keys: [key], value: 'False' }))),
  ]
}

const OTHER_WAYS = ['use_xoauth2', 'use_kerberos', 'use_apop', 'use_cram_md5'] as const
