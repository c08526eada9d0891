import { assertNever } from '../../../shared/outcome.ts'
import type { IsoDate } from '../../../shared/catalogue/source.ts'
import type { Difference } from './compare.ts'
import type { CheckReport } from './look-around.ts'

/** The report as lines: what differs, one line each, then the counts. */
export function reportText({ date, hosts, domains, agreeing, differences }: CheckReport): string {
  const lines = differences.map((one) => `${one.owners.join(', ')}: ${differenceText(one)}`)
  return [
    ...lines.toSorted(),
    `${date}: ${hosts} hosts greeted, ${domains} domains asked, ${agreeing.length} entries agree, ${differences.length} differences`,
    '',
  ].join('\n')
}

/**
 * What follows from the report, as a patch for `git apply`: the day goes into every entry that agrees. What differs
 * is a question for a person and stands before the patch, where `git apply` passes over it.
 * @param readEntry the text of an entry's file, `null` where it has none
 */
export function proposal(
  { date, agreeing, differences }: CheckReport,
  readEntry: (id: string) => string | null,
): string {
  const questions = differences.map((one) => `To judge: ${one.owners.join(', ')}: ${differenceText(one)}\n`)
  const patches = agreeing.flatMap((id) => {
    const text = readEntry(id)
    return text === null ? [] : (probedPatch(`shared/catalogue/providers/${id}.ts`, text, date) ?? [])
  })
  return [...questions.toSorted(), ...patches].join('')
}

function differenceText(difference: Difference): string {
  switch (difference.kind) {
    case 'no-answer':
      return `${difference.host} does not answer (${difference.saw})`
    case 'certificate':
      return `${difference.host} has another certificate (${difference.saw.join(', ')})`
    case 'encryption':
      return `${difference.host} is encrypted in another way (${difference.saw})`
    case 'mechanisms':
      return `${difference.host} announces no way to sign in by ${difference.missing} (${difference.saw.join(' ')})`
    case 'published':
      return `${difference.domain} publishes ${difference.saw.join(', ')}`
    default:
      return assertNever(difference)
  }
}

/** One hunk that puts the day after the other days of an entry, or in place of the earlier one. */
function probedPatch(path: string, text: string, date: IsoDate): string | null {
  const lines = text.split('\n')
  const line = `  probedOn: '${date}',`
  const old = lines.findIndex((one) => one.startsWith('  probedOn: '))
  if (lines[old] === line) return null
  const last = lines.findLastIndex((one) => /^ {2}(?:comparedOn|providerPageReadOn): /.test(one))
  if (old === -1 && last === -1) return null
  const at = old === -1 ? last : old - 1
  const [before = '', after = ''] = [lines[at], lines[at + (old === -1 ? 1 : 2)]]
  const removed = old === -1 ? '' : `-${lines[old]}\n`
  const counts = old === -1 ? `-${at + 1},2 +${at + 1},3` : `-${at + 1},3 +${at + 1},3`
  return `--- a/${path}\n+++ b/${path}\n@@ ${counts} @@\n ${before}\n${removed}+${line}\n ${after}\n`
}
