import type { Translate } from '#shared/i18n/translator.ts'
import type { Remedy, RemedyTarget } from '#shared/report/remedies.ts'

/** Which switch, where, why, what would be safer, and the commands, each on a line of its own to be copied. */
export function remedyLines(remedy: Remedy, target: RemedyTarget, t: Translate): readonly string[] {
  const { id, page, shell } = remedy
  const offered = remedy.commands(target)
  // Where the narrow command cannot be written, the one for the whole organisation must not be left as the only one.
  const commands = offered.flatMap(({ use, line }) =>
    line === null || offered[0]?.line === null ? [] : [{ use, line }],
  )
  const protocol = target.protocol.toUpperCase()
  return [
    `${t('remedy.what')}: ${t(`remedy.${id}.what`, { protocol })}`,
    `${t('remedy.where')}: ${page.name} (${page.url}): ${t(`remedy.${id}.where`, { protocol })}`,
    `${t('remedy.why')}: ${t(`remedy.${id}.why`, { protocol })}`,
    `${t('remedy.safer')}: ${t(`remedy.${id}.safer`, { protocol })}`,
    ...(shell === null || commands.length === 0 ? [] : ['', t('remedy.commands', { shell })]),
    ...commands.flatMap(({ use, line }) => ['', `# ${t(`remedy.use.${use}`)}`, line]),
  ]
}
