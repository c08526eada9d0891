import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { fixedUrl } from '#shared/programs/fix/fixed-url.ts'
import { newUserName, type FixForm, type ServiceFix } from '#shared/programs/fix/fix-form.ts'
import type { FixProblem } from '#shared/programs/fix/fix-problem.ts'
import { replaceValue } from '#shared/programs/fix/keyed-section.ts'
import type { Edit } from '#shared/programs/fix/text-edit.ts'
import { lineBreakOf } from '#shared/programs/text-lines.ts'
import { defaultPort, type ProgramEncryption } from '#shared/programs/program-account.ts'
import { bareTomlValue, tomlLines, type TomlLine } from '#shared/programs/readers/toml-lines.ts'

type Edits = Outcome<readonly Edit[], FixProblem>

/** Version 2 has a URL for each server, version 1 a key for each part. How it signs in needs more than a setting. */
export const fixHimalaya: FixForm = (text, fix) => {
  const lines = tomlLines(text)
  const prefix = `accounts.${fix.account.name}.`
  const { protocol } = fix.wanted
  if (fix.wanted.method !== fix.has.method) return fail('FIX_VALUE')
  const url = lines.findLast(({ key }) => key === `${prefix}${protocol}.server`)
  return url === undefined
    ? version1(text, lines, `${prefix}${protocol === 'smtp' ? 'message.send.backend' : 'backend'}.`, fix)
    : version2(text, lines, url, fix)
}

function version2(text: string, lines: readonly TomlLine[], server: TomlLine, fix: ServiceFix): Edits {
  const { protocol, encryption, host, port } = fix.wanted
  const userName = newUserName(fix)
  const scheme = encryption === 'tls' ? `${protocol}s` : protocol
  const own = server.key.slice(0, -'server'.length)
  const named = lines.filter(
    ({ key }) => key.startsWith(`${own}sasl.`) && /\.(?:username|authcid)$/.test(key),
  )
  const inUrl = named.length === 0 ? userName : null
  const url = fixedUrl(
    bareTomlValue(text, server),
    { scheme, host, port, userName: inUrl },
    defaultPort(protocol, encryption),
  )
  if (url === null || named.length > 1) return fail('FIX_FORM')
  return ok([
    replaceValue(text, server, url),
    setToml(text, lines, server, [`${own}starttls`, String(encryption === 'starttls')]),
    ...(userName === null ? [] : named.map((line) => replaceValue(text, line, userName))),
  ])
}

const ENCRYPTIONS: Readonly<Record<ProgramEncryption, string>> = {
  tls: 'tls',
  starttls: 'start-tls',
  'if-offered': 'start-tls',
  none: 'none',
}

function version1(text: string, lines: readonly TomlLine[], prefix: string, fix: ServiceFix): Edits {
  const { wanted } = fix
  const userName = newUserName(fix)
  const host = lines.findLast(({ key }) => key === `${prefix}host`)
  if (host === undefined) return fail('FIX_FORM')
  const short = lines.some(({ key }) => key === `${prefix}encryption`)
  return ok([
    replaceValue(text, host, wanted.host),
    setToml(text, lines, host, [`${prefix}port`, String(wanted.port)]),
    setToml(text, lines, host, [
      `${prefix}encryption${short ? '' : '.type'}`,
      `"${ENCRYPTIONS[wanted.encryption]}"`,
    ]),
    ...(userName === null ? [] : [setToml(text, lines, host, [`${prefix}login`, `"${userName}"`])]),
  ])
}

/** A new line stands behind another one of the same server, under the same header. */
function setToml(
  text: string,
  lines: readonly TomlLine[],
  beside: TomlLine,
  [key, value]: readonly [string, string],
): Edit {
  const line = lines.findLast((one) => one.key === key)
  if (line !== undefined) return replaceValue(text, line, value.replaceAll('"', ''))
  const own = key.slice(beside.table.length)
  return { start: beside.end, end: beside.end, text: `${lineBreakOf(text)}${own} = ${value}` }
}
