import { daysAfter, type LifeCycle } from '#shared/catalogue/life-cycle.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import type { Source } from '#shared/catalogue/source.ts'

/** Facts that want to be read again, by the reason. */
export interface FactWarning {
  readonly reason: string
  /** Ids of providers: the names of their files. */
  readonly providers: readonly string[]
}

const FOLDER = 'shared/catalogue/providers'
const DAYS_FRESH = 365

/** Lists of other programs, and pages about a provider that are not its own. Whatever is not here is first-hand. */
const SECOND_HAND: readonly RegExp[] = [
  /^(Mozilla ISPDB|FairEmail|deltachat|nodemailer|Himalaya|email-oauth2-proxy|Thunderbird)\b/,
  /^(Common practice|Public programs|Zoho Mail plans \(api-evangelist\))/,
  /^(ashea\.com\.cn|mailboxtaxi\.com|umzuzu\.com|websitehelper\.co\.uk|tecknexus\.com|suped\.com)\b/,
  /^(meshworld\.in|itoce\.com|grokipedia\.com|docs\.channel\.io|dnstree\.com|67wa\.com)\b/,
  /^(petri\.com|tiagoscarvalho\.com|gtechbooster\.com|oit\.williams\.edu)\b/,
]

export function isFirstHand({ name }: Source): boolean {
  return !SECOND_HAND.some((pattern) => pattern.test(name))
}

/** The lives of everything that ends at a provider. */
export function livesOf({ signIn, ends = [] }: Provider): readonly LifeCycle[] {
  const ofWays = signIn.flatMap(({ ending }) =>
    ending === undefined
      ? []
      : [ending.life, ...(ending.forNewcomers === undefined ? [] : [ending.forNewcomers])],
  )
  return [...ofWays, ...ends.map(({ life }) => life)]
}

/**
 * What is older than a year, or known from one second-hand source alone: it may be wrong by now, so it is named, and
 * nothing fails. What is over for everyone does not change any more and may be as old as it is.
 */
export function factWarnings(day: string, providers: readonly Provider[]): readonly FactWarning[] {
  const oldest = daysAfter(day, -DAYS_FRESH) ?? ''
  const isOld = ({ date }: Source) => date < oldest
  const open = (provider: Provider) => livesOf(provider).filter(({ final }) => final === null || final > day)
  return [
    listed('read more than a year ago', providers, ({ sources }) => sources.every(isOld)),
    listed('an end that was read more than a year ago', providers, (provider) =>
      open(provider).some(({ source }) => isOld(source)),
    ),
    listed(
      'one source, and that second-hand',
      providers,
      ({ sources: [first, ...more] }) => first === undefined || (more.length === 0 && !isFirstHand(first)),
    ),
    listed('an end known second-hand alone', providers, (provider) =>
      livesOf(provider).some(({ source }) => !isFirstHand(source)),
    ),
  ].filter((warning) => warning.providers.length > 0)
}

/** One line for each reason, with the files as a shell would write them. */
export function factWarningText(warnings: readonly FactWarning[]): string {
  return warnings
    .map(({ reason, providers }) => {
      const names = providers.length === 1 ? providers.join('') : `{${providers.join(',')}}`
      return `! ${reason} (${providers.length}): ${FOLDER}/${names}.ts\n`
    })
    .join('')
}

function listed(
  reason: string,
  providers: readonly Provider[],
  isMeant: (provider: Provider) => boolean,
): FactWarning {
  return { reason, providers: providers.filter(isMeant).map(({ id }) => id) }
}
