import { handedInFor } from '#shared/domain/handed-in.ts'
import type { HandoverProgramId } from '#shared/domain/program-names.ts'
import type { Finding } from '#shared/finding/finding.ts'
import { isGood } from '#shared/finding/check-result.ts'
import type { HandoverWay } from '#shared/handover/handover-programs.ts'
import type { FoundProfile } from '#shared/programs/found-program.ts'
import { arrivalIn, type Lane } from '#renderer/wizard/machine/lanes.ts'

/** Where the user wants the mail. `way`: as picked by hand, `null` while the proposed one stands. */
export type HandoverTarget =
  | {
      readonly kind: 'program'
      readonly program: HandoverProgramId
      readonly way: HandoverWay | null
      /** Those of this computer into which the account can be written; missing where there is none. */
      readonly profiles?: readonly FoundProfile[]
    }
  | { readonly kind: 'list' }
  | { readonly kind: 'paper' }

/** A program as it is picked, with the profiles it has on this computer. */
export function programTarget(
  program: HandoverProgramId,
  profiles: readonly FoundProfile[] = [],
): HandoverTarget {
  return { kind: 'program', program, way: null, ...(profiles.length === 0 ? {} : { profiles }) }
}

/** A message to oneself, once the mail program has the account. */
export type LastProof =
  | { readonly state: 'none' }
  | { readonly state: 'busy'; readonly lanes: readonly Lane[] }
  | { readonly state: 'arrived'; readonly afterMs: number }
  /** Where nothing is received over this setup, the server's word is all there is. */
  | { readonly state: 'handed-in' }
  /** `null`: it was called off, or its setup is gone; neither says anything about the mail. */
  | { readonly state: 'failed'; readonly finding: Finding | null }

/** What a test that has ended says about the message it sent. */
export function proofOf(lanes: readonly Lane[]): LastProof {
  const afterMs = arrivalIn(lanes)
  if (afterMs !== null) return { state: 'arrived', afterMs }
  const results = lanes.flatMap(({ result }) => result ?? [])
  const bad = results.find(({ verdict }) => !isGood(verdict))
  if (bad !== undefined) return { state: 'failed', finding: bad.findings[0] ?? null }
  return results.some(({ evidence }) => handedInFor(evidence) !== null)
    ? { state: 'handed-in' }
    : { state: 'failed', finding: null }
}
