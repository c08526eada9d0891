import { describe, expect, test } from 'vitest'
import { mailServer, type Endpoint } from '../support/behaviour.ts'
import { goodTls, HOST } from '../support/certificates.ts'
import { harmInOutputs, outputsOf } from '../support/every-output.ts'
import { FILLINGS, LURE } from '../support/hostile-fillings.ts'
import { tryOut } from '../support/probe-bench.ts'
import { HONEST_WORDS, INERT_PLACES, type InertPlace } from './inert-cases.ts'

async function run({ protocol, security, behaviour }: InertPlace, filling: Buffer) {
  const endpoint: Endpoint = security === 'none' ? 'clear' : security
  const host = security === 'none' ? 'localhost' : HOST
  const script = mailServer(protocol, endpoint, goodTls, behaviour(filling))
  return tryOut(script, { protocol, security, host, origin: 'typed' })
}

const titleOf = ({ protocol, security, name, before }: InertPlace) =>
  `${protocol} ${security}: ${name}${before === undefined ? '' : ', before TLS'}`

describe.each(INERT_PLACES.map((place) => [titleOf(place), place] as const))('%s', (_, place) => {
  test.concurrent.each(FILLINGS)('%s is inert in every output', async (_name, filling) => {
    const trial = await run(place, filling)
    expect(harmInOutputs(trial)).toEqual([])
    if (place.before === 'tls') expect(JSON.stringify(outputsOf(trial))).not.toContain(LURE)
  })
})

describe('the words of an honest server', () => {
  test.each(HONEST_WORDS)('%s: are shown as they came', async (protocol, behaviour, words) => {
    const { result } = await tryOut(mailServer(protocol, 'tls', goodTls, behaviour), { protocol })
    const greeting = result.evidence.stages.find(({ stage }) => stage === 'greeting')
    expect(greeting?.facts).toEqual({ serverSaid: words })
  })
})
