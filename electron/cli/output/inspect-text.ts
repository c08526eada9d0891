import { isGood } from '#shared/finding/check-result.ts'
import { inspectProblemWords } from '#shared/i18n/profile-words.ts'
import { verdictWords } from '#shared/i18n/verdict-words.ts'
import { settingWords } from '#shared/i18n/setting-words.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { READERS, type ReadableClient } from '#shared/programs/readers/readers.ts'
import type { SettingFinding } from '#shared/programs/setting-finding.ts'
import type { TestedAccount, TestedProfile } from '#cli/inspect/inspected.ts'
import { inertLine } from '#cli/output/inert.ts'
import type { Style } from '#cli/output/style.ts'

/** Every program with its accounts, and what is wrong about each, the first cause first. */
export function inspectText(
  profiles: readonly TestedProfile[],
  translator: Translator,
  style: Style,
): string {
  return profiles.map((profile) => profileText(profile, translator, style)).join('\n\n')
}

function profileText(
  { client, version, path, read, accounts }: TestedProfile,
  translator: Translator,
  style: Style,
): string {
  const { program } = READERS[client]
  const heading = style.strong(inertLine([program, ...(version === null ? [] : [version])].join(' ')))
  const notes = read.ok ? read.value.notes.map((note) => `  ! ${translator.t(`inspect.note.${note}`)}`) : []
  return [
    `${heading}  ${style.quiet(inertLine(path))}`,
    ...(read.ok ? [] : problemLines(inspectProblemWords(read.error, program, translator.t), style)),
    ...notes,
    ...accounts.map((account) => accountText(account, client, translator, style)),
  ].join('\n')
}

function problemLines(
  { code, title, explanation }: ReturnType<typeof inspectProblemWords>,
  style: Style,
): readonly string[] {
  return [`  ${style.bad('✗')} ${title}`, `      ${explanation}`, `      ${style.quiet(code)}`]
}

function accountText(
  { account, results, findings }: TestedAccount,
  client: ReadableClient,
  translator: Translator,
  style: Style,
): string {
  const { t } = translator
  const who = account.address ?? `${account.name} (${t('inspect.no-address')})`
  const works = results
    .filter(({ verdict }) => isGood(verdict))
    .map(
      (result) => `    ${style.good('✓')} ${result.endpoint.protocol.padEnd(5)} ${verdictWords(result, t)}`,
    )
  const good = findings.length === 0 ? [`    ${style.good('✓')} ${t('inspect.good')}`] : []
  return [
    `  ${inertLine(who)}`,
    ...works,
    ...good,
    ...findings.map((finding) => findingText(finding, client, translator, style)),
  ].join('\n')
}

function findingText(
  finding: SettingFinding,
  client: ReadableClient,
  translator: Translator,
  style: Style,
): string {
  const { code, severity, live } = finding
  const { title, explanation, change, place } = settingWords(
    finding,
    client,
    READERS[client].program,
    translator,
  )
  const said = live?.serverSaid ?? null
  const lines = [
    explanation,
    ...(said === null ? [] : [`${translator.t('server-said')}: ${said}`]),
    ...(change === null ? [] : [`→ ${change}`]),
    ...(place === null ? [] : [`→ ${place}`]),
    style.quiet(live === null || live.code === code ? code : `${code} (${live.code})`),
  ]
  const mark = severity === 'error' ? style.bad('✗') : '!'
  return [`    ${mark} ${style.strong(title)}`, ...lines.map((line) => `      ${line}`)].join('\n')
}
