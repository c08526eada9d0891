import { adviceAbout } from '#shared/catalogue/server-advice.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import { formatEndpoint, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { adviceWords } from '#shared/i18n/advice-words.ts'
import { hintWords } from '#shared/i18n/discovery-words.ts'
import type { Invocation } from '#cli/command.ts'
import { say } from '#cli/terminal.ts'

/** Says before the test what the names of the given servers give away. They are tested all the same. */
export function advise(
  endpoints: readonly ServerEndpoint[],
  { day }: Pick<Discovery, 'day'>,
  { terminal, translator: { t } }: Pick<Invocation, 'terminal' | 'translator'>,
): void {
  for (const endpoint of endpoints) {
    const advice = adviceAbout(day, endpoint)
    if (advice === null) continue
    const { title, explanation } = adviceWords(endpoint, advice, t)
    say(terminal, `--${endpoint.protocol} ${formatEndpoint(endpoint)}  [${advice.code}]`)
    say(terminal, `  ${title} ${explanation}`)
    if (advice.instead !== null) say(terminal, `  → --${endpoint.protocol} ${formatEndpoint(advice.instead)}`)
  }
}

/** Says before the password is asked for until when one will be of use, or that it may have ended. */
export function adviseOnSignIn(
  { provider, hints }: Discovery,
  { terminal, translator: { t } }: Pick<Invocation, 'terminal' | 'translator'>,
): void {
  for (const hint of hints.filter(({ kind }) => kind === 'sign-in-ends'))
    say(terminal, `! ${hintWords(hint, provider?.name ?? '', t)}`)
}
