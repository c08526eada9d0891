import { expect, test } from 'vitest'
import type { Provider } from '#shared/catalogue/provider.ts'
import { gmail } from '#shared/catalogue/providers/gmail.ts'
import { icloud } from '#shared/catalogue/providers/icloud.ts'
import { naver } from '#shared/catalogue/providers/naver.ts'
import { posteo } from '#shared/catalogue/providers/posteo.ts'
import { diagnose } from '#shared/diagnosis/diagnose.ts'
import type { Fault } from '#shared/domain/fault.ts'
import { imapReply, situation } from './situations.ts'

const REFUSED: Fault = {
  kind: 'rejected',
  reply: imapReply('AUTHENTICATIONFAILED', 'no'),
}

function offered(provider: Provider | null, tried: string): string | null {
  const base = { ...situation({ fault: REFUSED, passwordSent: 'yes' }), provider }
  const stages = base.evidence.stages.map((record) =>
    record.stage === 'login' ? { ...record, facts: { userName: tried } } : record,
  )
  const { actions } = diagnose({ ...base, evidence: { ...base.evidence, stages } })
  return actions.flatMap((action) => (action.kind === 'use-user-name' ? [action.userName] : []))[0] ?? null
}

test.each<readonly [string, Provider | null, string, string | null]>([
  ['a provider whose sources disagree', naver, 'anna@example.org', 'anna'],
  ['a provider that may want the whole address', icloud, 'anna', 'anna@example.org'],
  ['an unknown provider', null, 'anna@example.org', 'anna'],
  ['an unknown provider, the other way round', null, 'anna', 'anna@example.org'],
  ['a provider whose form is certain', gmail, 'anna@example.org', null],
  ['a provider whose other name only the user knows', posteo, 'anna@example.org', null],
  ['a form that was tried already', naver, 'anna', null],
])('at %s', (_, provider, tried, expected) => {
  expect(offered(provider, tried)).toBe(expected)
})
