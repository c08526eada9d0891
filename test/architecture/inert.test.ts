import { describe, expect, test } from 'vitest'
import { sourceFiles } from '../support/source-tree.ts'

const product = sourceFiles('shared', 'electron')

/**
 * The ways on which something that was seen on the network leaves the engine. Each has the type of what went through
 * `inert`, which nothing else has: a new fact cannot pass by.
 */
const WAYS_OUT: readonly (readonly [string, string, RegExp])[] = [
  [
    'the records of a probe',
    'electron/engine/connection/stage-context.ts',
    /records: Inert<StageRecord>\[\]/,
  ],
  [
    'its events',
    'electron/engine/connection/stage-context.ts',
    /onEvent: \(event: Inert<StageEvent>\) => void/,
  ],
  [
    'what was said on a line',
    'electron/engine/transcript.ts',
    /lines\(\): readonly Inert<TranscriptLine>\[\]/,
  ],
  ['the words of a server', 'electron/engine/transcript.ts', /quote\([^)]*\): Harmless/],
  [
    'the look at the network around',
    'electron/engine/surroundings/observe-network.ts',
    /Promise<Inert<Surroundings>>/,
  ],
  [
    'what discovery has heard',
    'electron/engine/discovery/discovery-run.ts',
    /candidates: Inert<SourceAnswer\['candidates'\]>/,
  ],
  [
    'what the arrival of mail is judged by',
    'electron/engine/arrival/query-arrival.ts',
    /judgeArrival\(inert\(/,
  ],
  [
    'a sign-in in the browser',
    'electron/engine/oauth/browser-sign-in.ts',
    /AsyncGenerator<Inert<SignInEvent>/,
  ],
  ['a sign-in with a code', 'electron/engine/oauth/device-sign-in.ts', /AsyncGenerator<Inert<SignInEvent>/],
  ['what came of either', 'electron/engine/setup/authorize-setup.ts', /AsyncGenerator<Inert<SignInEvent>/],
]

describe('what comes from the network goes through one function', () => {
  test.each(WAYS_OUT)('%s', (_, path, way) => {
    expect(product.find((file) => file.path === path)?.text).toMatch(way)
  })

  test('no other file says that a text is harmless', () => {
    const makers = product.filter(({ text }) => /\bas (?:unknown as )?(?:Harmless|Inert<)/.test(text))
    expect(makers.map(({ path }) => path)).toEqual([
      'shared/text/inert.ts',
      'shared/text/server-text.ts',
      // A stage that has just begun has learned nothing.
      'electron/engine/connection/stage-context.ts',
    ])
  })

  test('only the file that cleans the record of a stage makes it', () => {
    const makers = product.filter(({ text }) => /\bas Stage(?:Record|Event)\b/.test(text))
    expect(makers.map(({ path }) => path)).toEqual(['electron/engine/connection/stage-context.ts'])
  })

  test('the causes of a failed sign-in are told by one function', () => {
    const judges = product.filter(({ text }) => /\bdiagnoseOAuth\(/.test(text)).map(({ path }) => path)
    expect(judges).toEqual(['shared/oauth/diagnose-oauth.ts', 'electron/engine/setup/authorize-setup.ts'])
  })
})
