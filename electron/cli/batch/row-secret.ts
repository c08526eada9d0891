import type { SecretReference } from '#shared/batch/secret-reference.ts'
import { secretProblem } from '#shared/domain/credential-text.ts'
import type { Code } from '#shared/finding/codes.ts'
import type { FindingFacts } from '#shared/finding/finding.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { READ_PROBLEM_CODES, readPlainFile } from '#engine/files/plain-file.ts'
import { MOST_READ, textOfSecret } from '#cli/credential-input.ts'

/** Why a row was not tested: the code, and what its words are filled with. Nothing of a secret, and no name of one. */
export interface Untested {
  readonly code: Code
  readonly facts: FindingFacts
}

/** What an environment variable or a file holds. It is read when the row has its turn, and is not kept. */
export async function readRowSecret(
  reference: Exclude<SecretReference, { kind: 'keychain' }>,
  env: NodeJS.ProcessEnv,
): Promise<Outcome<string, Untested>> {
  if (reference.kind === 'env') {
    const secret = env[reference.name] ?? ''
    if (secret === '') return fail({ code: 'ROW_SECRET', facts: { problem: 'env' } })
    return secretProblem(secret) === null ? ok(secret) : unusable()
  }
  const file = await readPlainFile(reference.path, { limit: MOST_READ, beyond: 'refuse' })
  if (!file.ok) return fail({ code: READ_PROBLEM_CODES[file.error], facts: {} })
  const secret = textOfSecret(file.value.content)
  return secret.ok ? secret : unusable()
}

function unusable(): Outcome<never, Untested> {
  return fail({ code: 'ROW_SECRET', facts: { problem: 'unusable' } })
}
