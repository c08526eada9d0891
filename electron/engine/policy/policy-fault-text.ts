import type { UntranslatedText } from '#shared/i18n/untranslated-text.ts'
import { harmless } from '#shared/text/server-text.ts'
import { READ_PROBLEM_CODES } from '#engine/files/plain-file.ts'
import type { PolicyFault } from '#engine/policy/policy-file.ts'

/** Why a policy cannot be used, the same in the terminal and in the window that says so. */
export function policyFaultText({ kind, where }: PolicyFault): UntranslatedText {
  const values = { where: harmless(where) }
  if (kind === 'unsafe')
    return where === '' ? { key: 'policy-problem.unsafe' } : { key: 'policy-problem.unsafe-named', values }
  if (kind === 'content')
    return where === '' ? { key: 'policy-problem.no-json' } : { key: 'policy-problem.content', values }
  return { key: `file-problem.${kind}`, code: READ_PROBLEM_CODES[kind] }
}
