import { afterEach, describe, expect, test } from 'vitest'
import { fail } from '#shared/outcome.ts'
import { parseIssuerRef } from '#engine/oauth/authorization-server.ts'
import {
  answer,
  ISSUER,
  startScriptedLogin,
  type LoginPlan,
  type ScriptedLogin,
} from '../support/oauth/scripted-login.ts'
import { LOOPBACK_TOOLS, onPage, runSignIn } from '../support/oauth/sign-in-bench.ts'
import { resolverWith } from '../support/resolvers.ts'

let login: ScriptedLogin | undefined
afterEach(() => login?.web.stop())

const INSIDE = 'inside.evil.test'

/** The names of the world, and one of the attacker that leads to a neighbour. */
const resolver = resolverWith({
  addresses: (host, signal) =>
    host === INSIDE
      ? Promise.resolve({ ok: true, value: [{ address: '10.0.0.5', family: 4 }] })
      : LOOPBACK_TOOLS.resolver.addresses(host, signal),
})

async function tryOut(plan: LoginPlan, issuer: string, namedBy: 'owner' | 'document') {
  login = await startScriptedLogin({ ...plan, hosts: [INSIDE] })
  const isRegistering = 'registration_endpoint' in (plan.metadata ?? {})
  const { dialer, ...tools } = login.job().tools
  const dialled: string[] = []
  const issuerRef = parseIssuerRef(null, issuer, namedBy)
  if (issuerRef === null) throw new Error('no place')
  const watched = {
    ...tools,
    resolver,
    dialer: {
      connect: (target: Parameters<typeof dialer.connect>[0], signal: AbortSignal) => {
        dialled.push(`${target.host}:${target.port}`)
        return target.address === '127.0.0.1'
          ? dialer.connect(target, signal)
          : Promise.resolve(fail({ kind: 'refused' } as const))
      },
    },
  }
  const { grant } = await runSignIn(
    'browser',
    login.job({ issuerRef, tools: watched, ...(isRegistering ? { typedClient: null } : {}) }),
    onPage((url) => answer(url)),
  )
  return { grant, dialled, requests: login.web.requests }
}

describe('no code and no token goes to a part of a server that is not outside:', () => {
  test.each<readonly [string, LoginPlan['metadata'], string]>([
    ['a token endpoint at another port', { token_endpoint: `${ISSUER}:8443/token` }, ':8443'],
    ['a token endpoint at the port of SMTP', { token_endpoint: `${ISSUER}:25/token` }, ':25'],
    ['a token endpoint in the network around', { token_endpoint: `https://${INSIDE}/token` }, INSIDE],
    [
      'a registration endpoint in the network around',
      { registration_endpoint: `https://${INSIDE}/r` },
      INSIDE,
    ],
    ['a token endpoint of a printer', { token_endpoint: 'https://printer.local/token' }, 'printer'],
  ])('%s', async (_, metadata = {}, issuerRef) => {
    const { grant, dialled, requests } = await tryOut({ metadata }, ISSUER, 'document')
    expect(grant.ok).toBe(false)
    expect(dialled.filter((endpoint) => endpoint.includes(issuerRef))).toEqual([])
    expect(requests.filter(({ method }) => method === 'POST')).toEqual([])
  })

  test('nor where the organisation named the issuer alone', async () => {
    const { dialled } = await tryOut(
      { metadata: { token_endpoint: `https://${INSIDE}/token` } },
      ISSUER,
      'owner',
    )
    expect(dialled.filter((endpoint) => endpoint.startsWith(INSIDE))).toEqual([])
  })
})

describe('an issuer in the network around', () => {
  const there = `https://${INSIDE}:8443/`
  test('is asked where the user or the organisation named it', async () => {
    const { dialled } = await tryOut({}, there, 'owner')
    expect(dialled).toEqual([`${INSIDE}:8443`])
  })

  test.each([there, `https://${INSIDE}/`, 'https://login.example.test:8443/'])(
    'is not asked where a document named %s',
    async (issuer) => {
      const { dialled, grant } = await tryOut({}, issuer, 'document')
      expect(dialled).toEqual([])
      expect(grant.ok).toBe(false)
    },
  )
})
