import { proofIn } from '#shared/domain/evidence.ts'
import { isGood, type EndpointResult } from '#shared/finding/check-result.ts'
import type { AccountOfProgram, AccountReview, InspectedProfile } from '#shared/programs/account-review.ts'
import type { RecognisedSettings } from '#shared/programs/recognise.ts'
import type { SettingFinding } from '#shared/programs/setting-finding.ts'
import type { Fixing } from '#renderer/wizard/machine/fixing.ts'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'

/** Why a text or a file is not taken for the settings of a program. */
export type SettingsTextProblem = 'empty' | 'too-big' | 'unknown' | 'unreadable'

/** What was read of the programs on this computer, and of a text that the user gave. */
export interface ReadPrograms {
  /** `null` until they are read. */
  readonly profiles: readonly InspectedProfile[] | null
  readonly given: RecognisedSettings | null
  readonly problem: SettingsTextProblem | null
}

/** The account that is looked at. */
export interface InspectedSubject extends AccountOfProgram {
  /** The place where it was read; `null`: in a text that the user gave. */
  readonly profileId: string | null
}

/** How far it is. No state holds a password: the engine has it, for as long as the review is there. */
export type Inspecting =
  | { readonly state: 'looking-up' }
  | { readonly state: 'ready'; readonly review: AccountReview }
  | { readonly state: 'testing'; readonly review: AccountReview; readonly lanes: readonly Lane[] }
  | {
      readonly state: 'judged'
      readonly review: AccountReview
      readonly lanes: readonly Lane[]
      readonly results: readonly EndpointResult[]
      readonly findings: readonly SettingFinding[]
    }

/** One account of a program, as far as it has been looked at. */
export interface AccountInView {
  readonly subject: InspectedSubject
  readonly inspecting: Inspecting
  /** What can be changed in the program, and what was. */
  readonly fixing: Fixing
}

/** What is known to be wrong so far, the first cause first. */
export function findingsOf(inspecting: Inspecting): readonly SettingFinding[] {
  if (inspecting.state === 'judged') return inspecting.findings
  return inspecting.state === 'ready' ? inspecting.review.findings : []
}

/**
 * How it stands. `open`: nothing is known to be wrong before the test. `sound`: no wrong setting, and not every server was
 * signed in to.
 */
export function outcomeOf(
  inspecting: Inspecting,
): 'looking-up' | 'open' | 'testing' | 'wrong' | 'works' | 'sound' {
  if (inspecting.state === 'looking-up' || inspecting.state === 'testing') return inspecting.state
  if (findingsOf(inspecting).some(({ severity }) => severity === 'error')) return 'wrong'
  if (inspecting.state !== 'judged') return inspecting.review.tests.length > 0 ? 'open' : 'sound'
  const { results } = inspecting
  const isProved = results.every(({ verdict, evidence }) => isGood(verdict) && proofIn(evidence) !== null)
  return results.length > 0 && isProved ? 'works' : 'sound'
}

/** The same account as its program has it by now; `null` where it has it no more. */
export function againIn(
  profiles: readonly InspectedProfile[],
  { client, profileId, account }: InspectedSubject,
): InspectedSubject | null {
  const accounts = profiles.flatMap((profile) =>
    profile.id === profileId && profile.read.ok ? profile.read.value.accounts : [],
  )
  const same =
    accounts.find((one) => one.account.name === account.name && one.account.address === account.address) ??
    accounts.find((one) => one.account.name === account.name || one.account.address === account.address)
  return same === undefined ? null : { client, profileId, account: same.account }
}

/** The hosts that would get a password at the press of the button, each once. */
export function hostsToSignIn({ tests }: AccountReview): readonly string[] {
  const hosts = tests
    .filter(({ credential }) => credential !== 'none')
    .flatMap(({ services }) => services)
    .filter(({ signIn }) => signIn === 'password')
    .map(({ endpoint }) => endpoint.host)
  return [...new Set(hosts)]
}

/** Whether a password has to be typed. */
export function wantsPassword({ tests }: AccountReview): boolean {
  return tests.some(({ credential }) => credential === 'wanted')
}
