import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { ExpertSettings } from '#shared/domain/expert-settings.ts'
import { readAddress } from '#cli/address.ts'
import { readAuth, type AuthPlan } from '#cli/check/auth-option.ts'
import { readExpert } from '#cli/check/expert-options.ts'
import { readEndpoints, readProtocols, readSmtpSignIn, type PlanInput } from '#cli/check/plan-services.ts'
import { readReportFile } from '#cli/check/report-file.ts'
import { readSignIn, type SignInPlan } from '#cli/check/sign-in.ts'
import type { Invocation } from '#cli/command.ts'
import { usableUserName } from '#cli/credential-input.ts'
import { UsageError } from '#cli/exit-status.ts'

/** Where what is signed in with comes from. `ask`: the user types it. */
const WAYS = ['password-stdin', 'token-stdin', 'no-login', 'saved', 'sign-in'] as const
export type Way = 'ask' | (typeof WAYS)[number]

/** The command line of `check`, once it makes sense. */
export interface CheckOptions {
  readonly address: EmailAddress
  readonly plan: PlanInput
  readonly way: Way
  /** For `sign-in`, `null` otherwise. */
  readonly signIn: SignInPlan | null
  readonly auth: AuthPlan
  readonly expert: ExpertSettings
  readonly save: 'save' | 'leave'
  readonly reportFile: string | null
}

/** @throws UsageError for what contradicts itself, before anything is asked of a server or of the user */
export async function readCheckOptions(invocation: Invocation): Promise<CheckOptions> {
  const { values } = invocation
  const address = readAddress(invocation)
  const reportFile = await readReportFile(invocation)
  const signIn = readSignIn(invocation)
  const way = readWay(values)
  const save = readSave(values, way)
  const auth = readAuth(invocation)
  const expert = readExpert(invocation, auth)
  const plan = {
    explicit: readEndpoints(values),
    smtpSignIn: readSmtpSignIn(values),
    protocols: readProtocols(typeof values['protocols'] === 'string' ? values['protocols'] : null),
    userName: typeof values['user'] === 'string' ? usableUserName(values['user'], '--user') : null,
    address: address.ascii,
  }
  return { address, plan, way, signIn, auth, expert, save, reportFile }
}

function readWay(values: Invocation['values']): Way {
  const [way = 'ask', ...others] = WAYS.filter((name) => values[name] !== undefined)
  if (others.length > 0) {
    const options = [way, ...others].map((name) => `--${name}`).join(', ')
    throw new UsageError('cli.usage.only-one', { options })
  }
  return way
}

/** Whether `--save` was given. It takes something to keep, and something new. */
function readSave(values: Invocation['values'], way: Way): CheckOptions['save'] {
  if (values['save'] !== true) return 'leave'
  if (way === 'no-login' || way === 'saved' || way === 'token-stdin')
    throw new UsageError('cli.usage.save', { option: `--${way}` })
  return 'save'
}
